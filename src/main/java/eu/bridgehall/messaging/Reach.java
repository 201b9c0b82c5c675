package eu.bridgehall.messaging;

import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.OrganisationKind;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.profiles.ProfileVisibility;
import eu.bridgehall.ties.Tie;
import eu.bridgehall.ties.Ties;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may begin a conversation with whom. An authority writes to the association of its country, to
 * the secretariat, and to authorities that it is in touch with, several of them at once too; an
 * association to an authority of its country or the secretariat; the secretariat to an authority or
 * an association. Everybody else is met by an introduction.
 */
@Singleton
class Reach {
  /** More than talk to each other in one conversation. */
  private static final int MOST = 30;

  private final Organisations organisations;
  private final ProfileVisibility visibility;
  private final Ties ties;
  private final BetweenSides between;

  Reach(
      Organisations organisations, ProfileVisibility visibility, Ties ties, BetweenSides between) {
    this.organisations = organisations;
    this.visibility = visibility;
    this.ties = ties;
    this.between = between;
  }

  /** Whether the one may begin a conversation with all of the others together. */
  boolean isReached(Organisation from, List<Organisation> to) {
    if (to.isEmpty() || to.size() > MOST || to.stream().anyMatch(o -> o.id().equals(from.id()))) {
      return false;
    }
    Organisation first = to.getFirst();
    return switch (from.kind()) {
      case AUTHORITY ->
          to.stream().allMatch(o -> o.kind() == OrganisationKind.AUTHORITY)
              ? areInTouch(from, to)
              : to.size() == 1 && (isSecretariat(first) || serves(first, from));
      case ASSOCIATION -> to.size() == 1 && (isSecretariat(first) || serves(from, first));
      case SECRETARIAT -> to.size() == 1;
    };
  }

  /** Whether nothing keeps any two of those apart who would read the same conversation. */
  boolean areTogether(List<Organisation> to) {
    Set<UUID> ids = to.stream().map(Organisation::id).collect(Collectors.toSet());
    return ids.size() < 2 || !between.among(ids).areAnyKeptApart(ids);
  }

  /** Whom it may write to, without those that are too many to be listed. */
  Stream<Organisation> near(Organisation from) {
    Stream<Organisation> around =
        switch (from.kind()) {
          case AUTHORITY ->
              Stream.concat(
                  organisations.associationOf(visibility.servedBy(from.country())).stream(),
                  Stream.of(organisations.secretariat()));
          case ASSOCIATION -> Stream.of(organisations.secretariat());
          case SECRETARIAT -> organisations.listAssociations().stream();
        };
    return Stream.concat(around, inTouch(from));
  }

  private Stream<Organisation> inTouch(Organisation from) {
    if (from.kind() != OrganisationKind.AUTHORITY) {
      return Stream.empty();
    }
    List<UUID> ids =
        ties.of(from.id()).stream()
            .filter(Tie::isInTouch)
            .map(t -> t.otherThan(from.id()))
            .distinct()
            .toList();
    BetweenSides.Now now = now(from, ids);
    return organisations.findAll(ids).values().stream()
        .filter(o -> now.areInTouch(from.id(), o.id()))
        .sorted(Comparator.comparing(Organisation::name));
  }

  private boolean areInTouch(Organisation from, List<Organisation> to) {
    List<UUID> ids = to.stream().map(Organisation::id).toList();
    BetweenSides.Now now = now(from, ids);
    return ids.stream().allMatch(id -> now.areInTouch(from.id(), id));
  }

  private BetweenSides.Now now(Organisation from, List<UUID> others) {
    return between.among(
        Stream.concat(Stream.of(from.id()), others.stream()).collect(Collectors.toSet()));
  }

  private boolean serves(Organisation association, Organisation authority) {
    return association.kind() == OrganisationKind.ASSOCIATION
        && authority.kind() == OrganisationKind.AUTHORITY
        && visibility.servedBy(authority.country()).equals(association.country());
  }

  private static boolean isSecretariat(Organisation organisation) {
    return organisation.kind() == OrganisationKind.SECRETARIAT;
  }
}
