package eu.bridgehall.ties;

import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands between two authorities. Writing needs a transaction of the caller, who has decided
 * that it may be written and keeps the audit entry.
 */
@Singleton
public class Ties {
  private final TieRepository ties;
  private final Outbox outbox;
  private final Clock clock;

  Ties(TieRepository ties, Outbox outbox, Clock clock) {
    this.ties = ties;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Puts a tie in force. One that is in force already becomes more certain, never less.
   *
   * @param side the one it comes from; needed where the kind {@link TieKind#isSided is sided}, and
   *     null elsewhere
   * @param reason a code; null for none
   * @return whether anything changed
   * @throws IllegalArgumentException for a tie of an authority with itself, or a side that does not
   *     belong
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean record(
      UUID one,
      UUID other,
      TieKind kind,
      Certainty certainty,
      @Nullable UUID side,
      @Nullable String reason) {
    check(one, other, kind, side);
    UUID low = low(one, other);
    UUID high = low.equals(one) ? other : one;
    boolean changed = ties.add(low, high, kind, certainty, side, now(), reason);
    if (!changed) {
      Tie present = ties.lock(low, high, kind, side).orElse(null);
      if (present != null && present.certainty().compareTo(certainty) < 0) {
        ties.raise(present.id(), certainty);
        changed = true;
      }
    }
    if (changed) {
      outbox.publish(new TieChanged(one, other, kind, true));
    }
    return changed;
  }

  /**
   * Ends a tie.
   *
   * @return whether there was one in force
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean end(
      UUID one, UUID other, TieKind kind, @Nullable UUID side, @Nullable String reason) {
    check(one, other, kind, side);
    UUID low = low(one, other);
    UUID high = low.equals(one) ? other : one;
    var present = ties.lock(low, high, kind, side);
    present.ifPresent(
        tie -> {
          ties.end(tie.id(), now(), reason);
          outbox.publish(new TieChanged(one, other, kind, false));
        });
    return present.isPresent();
  }

  /** What is in force between the two, oldest first. */
  @Transactional
  public List<Tie> between(UUID one, UUID other) {
    return ties.between(List.of(one), List.of(other));
  }

  /** What is in force between some of mine and each of the others; empty lists are left out. */
  @Transactional
  public Map<UUID, List<Tie>> between(Collection<UUID> mine, Collection<UUID> others) {
    if (mine.isEmpty() || others.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<Tie>> found = new HashMap<>();
    for (Tie tie : ties.between(mine, others)) {
      for (UUID end : List.of(tie.a(), tie.b())) {
        if (others.contains(end) && mine.contains(tie.otherThan(end))) {
          found.computeIfAbsent(end, e -> new ArrayList<>()).add(tie);
        }
      }
    }
    return found;
  }

  /** What is in force between any two of these, oldest first. */
  @Transactional
  public List<Tie> among(Collection<UUID> authorities) {
    return authorities.size() < 2 ? List.of() : ties.between(authorities, authorities);
  }

  /** Everything in force of an authority, oldest first. */
  @Transactional
  public List<Tie> of(UUID authority) {
    return ties.of(authority);
  }

  /**
   * The authorities that must not be suggested to this one: partners that at least one side vouches
   * for, open and accepted introductions, blocks of either side, prohibitions, and those it has
   * dismissed itself. A partner known from a public list only is not among them: such lists err.
   */
  @Transactional
  public Set<UUID> excludedFor(UUID authority) {
    return ties.of(authority).stream()
        .filter(t -> excludes(t, authority))
        .map(t -> t.otherThan(authority))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether both have agreed to be in touch and nothing keeps them apart. */
  @Transactional
  public boolean mayWrite(UUID one, UUID other) {
    List<Tie> between = between(one, other);
    return between.stream().anyMatch(Tie::isInTouch) && between.stream().noneMatch(Tie::isBarrier);
  }

  /** Whether one may ask to be put in touch with the other: nothing but dismissals between them. */
  @Transactional
  public boolean mayAskIntroduction(UUID one, UUID other) {
    return !one.equals(other)
        && between(one, other).stream()
            .allMatch(
                t ->
                    t.kind() == TieKind.DISMISSED
                        || (t.kind() == TieKind.PARTNER && !t.isVouchedPartner()));
  }

  private static boolean excludes(Tie tie, UUID authority) {
    return switch (tie.kind()) {
      case PARTNER -> tie.isVouchedPartner();
      case DISMISSED -> authority.equals(tie.side());
      case INTRODUCTION_OPEN, INTRODUCTION_ACCEPTED, BLOCKED, FORBIDDEN -> true;
    };
  }

  private static void check(UUID one, UUID other, TieKind kind, @Nullable UUID side) {
    if (one.equals(other)) {
      throw new IllegalArgumentException("No authority has a tie with itself");
    }
    if (kind.isSided() != (side != null)
        || (side != null && !side.equals(one) && !side.equals(other))) {
      throw new IllegalArgumentException("Not a side of a tie of kind " + kind + ": " + side);
    }
  }

  // as PostgreSQL compares them, byte by byte; UUID.compareTo compares signed halves
  private static UUID low(UUID one, UUID other) {
    return one.toString().compareTo(other.toString()) < 0 ? one : other;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
