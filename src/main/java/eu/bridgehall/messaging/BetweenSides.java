package eu.bridgehall.messaging;

import eu.bridgehall.organisations.Restrictions;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.ties.Tie;
import eu.bridgehall.ties.TieKind;
import eu.bridgehall.ties.Ties;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What stands between organisations that talk to each other, or wish to: read once for as many as
 * are asked about together, in three queries.
 */
@Singleton
class BetweenSides {
  private final Ties ties;
  private final ProfileDirectory profiles;
  private final Restrictions restrictions;

  BetweenSides(Ties ties, ProfileDirectory profiles, Restrictions restrictions) {
    this.ties = ties;
    this.profiles = profiles;
    this.restrictions = restrictions;
  }

  /** Between the sides of these conversations, also those that have left. */
  Now of(Collection<Conversation> conversations) {
    return among(
        conversations.stream()
            .flatMap(c -> c.sides().stream())
            .filter(Side::isAuthority)
            .map(Side::id)
            .collect(Collectors.toSet()));
  }

  /** Between any two of these authorities. */
  Now among(Set<UUID> authorities) {
    Map<Pair, List<Tie>> between =
        ties.among(authorities).stream().collect(Collectors.groupingBy(Pair::of));
    Map<UUID, ProfileStatus> statuses = profiles.statuses(authorities);
    return new Now(
        between,
        statuses.entrySet().stream()
            .filter(status -> status.getValue().takesPart())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet()),
        restrictions.readOnly(authorities));
  }

  /** Two authorities, whichever comes first. */
  private record Pair(Set<UUID> ids) {
    static Pair of(Tie tie) {
      return new Pair(Set.of(tie.a(), tie.b()));
    }
  }

  /** What stood there when it was read. */
  static final class Now {
    private final Map<Pair, List<Tie>> between;
    private final Set<UUID> takingPart;
    private final Set<UUID> readOnly;

    private Now(Map<Pair, List<Tie>> between, Set<UUID> takingPart, Set<UUID> readOnly) {
      this.between = new HashMap<>(between);
      this.takingPart = Set.copyOf(takingPart);
      this.readOnly = Set.copyOf(readOnly);
    }

    /** Whether the authority has been confirmed and takes part. */
    boolean takesPart(UUID authority) {
      return takingPart.contains(authority);
    }

    /** Whether a block or a prohibition keeps the two apart. */
    boolean areKeptApart(UUID one, UUID other) {
      return has(one, other, Tie::isBarrier);
    }

    /** Whether any two of these are kept apart. */
    boolean areAnyKeptApart(Collection<UUID> authorities) {
      List<UUID> all = List.copyOf(authorities);
      for (int i = 0; i < all.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (areKeptApart(all.get(i), all.get(j))) {
            return true;
          }
        }
      }
      return false;
    }

    /** Whether both take part, have agreed to be in touch, and nothing keeps them apart. */
    boolean areInTouch(UUID one, UUID other) {
      return takesPart(one)
          && takesPart(other)
          && has(one, other, Tie::isInTouch)
          && !areKeptApart(one, other);
    }

    /** Whether the one has blocked the other. */
    boolean hasBlocked(UUID one, UUID other) {
      return has(one, other, t -> t.kind() == TieKind.BLOCKED && one.equals(t.side()));
    }

    /** Whether the secretariat has decided that the side only reads what authorities write here. */
    boolean onlyReads(Conversation c, Side side) {
      return readOnly.contains(side.id()) && c.sides().stream().allMatch(Side::isAuthority);
    }

    /**
     * Whether a side may write now. To an association or the secretariat always; authorities while
     * both take part and are in touch, and among several while nothing keeps the writer apart from
     * one of the others; none that may only read.
     */
    boolean isOpen(Conversation c, Side side) {
      List<Side> others = c.presentBeside(side.id());
      if (others.isEmpty() || onlyReads(c, side)) {
        return false;
      }
      if (c.sides().stream().anyMatch(s -> !s.isAuthority())) {
        return true;
      }
      if (others.size() == 1) {
        return areInTouch(side.id(), others.getFirst().id());
      }
      return takesPart(side.id())
          && others.stream().noneMatch(other -> areKeptApart(side.id(), other.id()));
    }

    /**
     * Whether the reader's side sees the contact that a side has shared; her own it always does.
     */
    boolean showsContact(Side sharing, Side reader) {
      if (!sharing.sharesContact() || sharing.id().equals(reader.id())) {
        return sharing.sharesContact();
      }
      return sharing.isPresent()
          && reader.isPresent()
          && takesPart(sharing.id())
          && !areKeptApart(sharing.id(), reader.id());
    }

    private boolean has(UUID one, UUID other, Predicate<Tie> what) {
      return !one.equals(other)
          && between.getOrDefault(new Pair(Set.of(one, other)), List.of()).stream().anyMatch(what);
    }
  }
}
