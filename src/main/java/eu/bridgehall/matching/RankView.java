package eu.bridgehall.matching;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the list is ordered by: the score times three factors of at most 1, which never touch the
 * score.
 *
 * @param value their product, one decimal
 * @param freshness how recently the other's profile was confirmed
 * @param load how much room the other has for further requests
 * @param text how well the other's texts answer the words that were asked for
 * @param words which of those words were found there, as they stand in the texts and names
 * @param sentences on each factor below 1
 */
@Serdeable
public record RankView(
    BigDecimal value,
    BigDecimal freshness,
    BigDecimal load,
    BigDecimal text,
    List<String> words,
    List<String> sentences) {
  public RankView {
    words = List.copyOf(words);
    sentences = List.copyOf(sentences);
  }
}
