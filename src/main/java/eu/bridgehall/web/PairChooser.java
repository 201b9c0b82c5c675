package eu.bridgehall.web;

import eu.bridgehall.discovery.FoundAuthorities;
import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.discovery.ProfileSearch;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.reference.Places;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets two authorities be chosen by their names, without a script. */
@Singleton
class PairChooser {
  private static final int MOST = 10;
  private final FoundAuthorities found;
  private final ProfileSearch search;

  PairChooser(FoundAuthorities found, ProfileSearch search) {
    this.found = found;
    this.search = search;
  }

  /**
   * What is chosen by now, and what may be meant by what was typed.
   *
   * @throws NotFound where one that was chosen is not there for the reader
   */
  PairChoice of(
      Actor actor,
      String address,
      @Nullable UUID one,
      @Nullable UUID other,
      @Nullable String typed,
      Locale language) {
    String prefix = typed == null ? "" : typed.strip();
    List<FoundAuthority> hits =
        prefix.isEmpty() || prefix.length() > Places.MAX_QUERY
            ? List.of()
            : search.suggest(actor, prefix, MOST, language).stream()
                .filter(a -> !a.id().equals(one))
                .toList();
    return new PairChoice(
        address, get(actor, one, language), get(actor, other, language), prefix, hits);
  }

  private @Nullable FoundAuthority get(Actor actor, @Nullable UUID id, Locale language) {
    return id == null
        ? null
        : found.find(actor, id, language).orElseThrow(() -> new NotFound("organisations.notFound"));
  }
}
