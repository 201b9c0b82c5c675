package eu.bridgehall.profiles;

import eu.bridgehall.profiles.model.AuthorityTier;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.profiles.model.Twinning;
import eu.bridgehall.reference.KnownTie;
import eu.bridgehall.reference.Places;
import eu.bridgehall.ties.Certainty;
import eu.bridgehall.ties.Tie;
import eu.bridgehall.ties.TieKind;
import eu.bridgehall.ties.Ties;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes partner ties of the twin towns that confirmed local authorities state or that public lists
 * know, so that nobody is suggested the partner they have. Stated by one or by both, it stays a
 * stated tie: only what both agreed to here opens contacts and conversations.
 */
@Singleton
class TwinningTies {
  private final ProfileRepository profiles;
  private final Places places;
  private final Ties ties;

  TwinningTies(ProfileRepository profiles, Places places, Ties ties) {
    this.profiles = profiles;
    this.places = places;
    this.ties = ties;
  }

  /** Brings the ties in line with what the profile states now. */
  void follow(Profile before, Profile after) {
    boolean counted = counts(before);
    if (after.tier() != AuthorityTier.LOCAL || !counts(after)) {
      return;
    }
    Set<UUID> stated = holders(after);
    Set<UUID> statedBefore = counted ? holders(before) : Set.of();
    if (!counted) {
      Set<UUID> known =
          places.knownTies(after.placeId()).stream()
              .map(KnownTie::placeId)
              .flatMap(place -> holder(place).stream())
              .collect(Collectors.toSet());
      known.forEach(other -> put(after.id(), other, Certainty.KNOWN_UNCONFIRMED));
      profiles.listNaming(after.placeId()).forEach(o -> put(after.id(), o, Certainty.STATED));
    }
    stated.stream()
        .filter(other -> !statedBefore.contains(other))
        .forEach(other -> put(after.id(), other, Certainty.STATED));
    Set<UUID> gone = new HashSet<>(statedBefore);
    gone.removeAll(stated);
    gone.stream()
        .filter(other -> !profiles.listNaming(after.placeId()).contains(other))
        .forEach(other -> drop(after.id(), other));
  }

  private void put(UUID one, UUID other, Certainty certainty) {
    if (!one.equals(other)) {
      ties.record(one, other, TieKind.PARTNER, certainty, null, "twinning");
    }
  }

  private void drop(UUID one, UUID other) {
    List<Tie> between = ties.between(one, other);
    if (between.stream()
        .anyMatch(t -> t.kind() == TieKind.PARTNER && t.certainty() == Certainty.STATED)) {
      ties.end(one, other, TieKind.PARTNER, null, "twinning-unstated");
    }
  }

  /** Living local authorities at the places that the profile names. */
  private Set<UUID> holders(Profile profile) {
    return profile.content().twinnings().stream()
        .map(Twinning::placeId)
        .filter(Objects::nonNull)
        .flatMap(place -> holder(place).stream())
        .filter(other -> !other.equals(profile.id()))
        .collect(Collectors.toSet());
  }

  private Optional<UUID> holder(long place) {
    return profiles.findHolder(place, AuthorityTier.LOCAL);
  }

  private static boolean counts(Profile profile) {
    return profile.status() == ProfileStatus.CONFIRMED || profile.status() == ProfileStatus.PAUSED;
  }
}
