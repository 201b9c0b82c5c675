package eu.bridgehall.partnerships;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which introductions wait for a review before they are sent.
 *
 * @param version grows by one with every change
 * @param all whether every one does
 * @param countries countries (ISO 3166-1 alpha-2) whose authorities' introductions do
 * @param first whether the first one of an authority, or of a person, does
 * @param flagged whether one does in whose text something was found: a link, an address, a
 *     telephone number, a word of the list, or the same text as to others
 * @param moreOpenThan with more open introductions than so many, the next does; null where that
 *     does not matter
 * @param words words, or beginnings of words, by language (ISO 639-1)
 * @param changedAt when they were changed last; null where they are as installed
 */
@Serdeable
public record ReviewRules(
    long version,
    boolean all,
    List<String> countries,
    boolean first,
    boolean flagged,
    @Nullable Integer moreOpenThan,
    Map<String, List<String>> words,
    @Nullable Instant changedAt) {
  public ReviewRules {
    countries = List.copyOf(countries);
    words = Map.copyOf(words);
  }
}
