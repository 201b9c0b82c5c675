package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For which authority somebody acts on a page. */
@Singleton
class Acting {
  private final Organisations organisations;

  Acting(Organisations organisations) {
    this.organisations = organisations;
  }

  /** The authorities of which the person is a member, by name. */
  List<Reader.ActsFor> all(Actor actor) {
    return organisations.findAll(actor.authorities().keySet()).values().stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .map((Organisation o) -> new Reader.ActsFor(o.id(), o.name()))
        .toList();
  }

  /**
   * The one that the address names, else the first of hers; empty for a member of none.
   *
   * @throws DomainException.NotFound where the address names none that there is
   */
  Optional<Reader.ActsFor> chosen(List<Reader.ActsFor> own, @Nullable UUID named) {
    if (named == null) {
      return own.stream().findFirst();
    }
    return own.stream()
        .filter(a -> a.id().equals(named))
        .findFirst()
        .or(
            () ->
                Optional.of(organisations.getAuthority(named))
                    .map(o -> new Reader.ActsFor(o.id(), o.name())));
  }
}
