package eu.bridgehall.moderation;

import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.waiting.WaitingKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the queue is narrowed to.
 *
 * @param kinds only these; all where there is none
 * @param country ISO 3166-1 alpha-2; null for all
 * @param flagged only what automatic signals have found something in
 */
public record QueueFilter(
    Set<WaitingKind> kinds, @Nullable String country, QueueClaimed claimed, boolean flagged) {
  /** Everything. */
  public static final QueueFilter NONE = new QueueFilter(Set.of(), null, QueueClaimed.ALL, false);

  public QueueFilter {
    kinds = Set.copyOf(kinds);
  }

  /**
   * From what a client has sent; an empty value is none.
   *
   * @throws eu.bridgehall.kernel.DomainException.Invalid naming a kind or a state that there is
   *     not, or what cannot be a country
   */
  public static QueueFilter of(
      @Nullable List<String> kinds,
      @Nullable String country,
      @Nullable String claimed,
      @Nullable Boolean flagged) {
    Set<WaitingKind> wanted = EnumSet.noneOf(WaitingKind.class);
    for (String kind : kinds == null ? List.<String>of() : kinds) {
      if (!kind.isEmpty()) {
        wanted.add(FieldChecks.chosen("kind", kind, WaitingKind.class));
      }
    }
    FieldChecks checks = new FieldChecks();
    checks.require(
        country == null || country.matches("([A-Z]{2})?"), "country", "error.unknownCountry");
    checks.done();
    return new QueueFilter(
        wanted,
        country == null || country.isEmpty() ? null : country,
        claimed == null || claimed.isEmpty()
            ? QueueClaimed.ALL
            : FieldChecks.chosen("claimed", claimed, QueueClaimed.class),
        Boolean.TRUE.equals(flagged));
  }

  /** Whether it asks for this kind. */
  boolean wants(WaitingKind kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  /** The ids of the kinds, in their order. */
  public List<String> kindIds() {
    return kinds.stream().sorted().map(WaitingKind::id).toList();
  }
}
