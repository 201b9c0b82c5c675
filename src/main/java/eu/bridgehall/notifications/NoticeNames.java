package eu.bridgehall.notifications;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.OrganisationKind;
import eu.bridgehall.organisations.OrganisationNames;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Fills the names of organisations into what people are told, whenever they read it: as the names
 * are by then, in the reader's language, and without those of authorities that she sees no longer.
 */
@Singleton
class NoticeNames {
  private final Organisations organisations;
  private final OrganisationNames names;
  private final NoticeSight sight;
  private final Messages messages;

  NoticeNames(
      Organisations organisations, OrganisationNames names, NoticeSight sight, Messages messages) {
    this.organisations = organisations;
    this.names = names;
    this.sight = sight;
    this.messages = messages;
  }

  /** The same notices with the names for this reader, in a few queries for all of them. */
  @Transactional
  List<Notice> fill(Actor reader, Collection<Notice> notices, Locale language) {
    Map<UUID, Organisation> named =
        organisations.findAll(
            notices.stream()
                .flatMap(n -> n.named().values().stream())
                .collect(Collectors.toUnmodifiableSet()));
    Set<UUID> seen =
        sight.seen(
            reader,
            named.values().stream()
                .filter(o -> o.kind() == OrganisationKind.AUTHORITY)
                .map(Organisation::id)
                .toList());
    return notices.stream()
        .map(
            notice -> {
              Map<String, String> facts = new HashMap<>(notice.facts());
              notice
                  .named()
                  .forEach(
                      (fact, id) -> {
                        Organisation o = named.get(id);
                        if (o != null) {
                          facts.put(fact, name(o, isNamed(o, notice, seen), language));
                        }
                      });
              return notice.with(facts);
            })
        .toList();
  }

  /** What was decided about the reader names in any case whom it is about. */
  private static boolean isNamed(Organisation o, Notice notice, Set<UUID> seen) {
    return o.kind() != OrganisationKind.AUTHORITY
        || seen.contains(o.id())
        || NoticeKind.of(notice.kind()).isEmpty();
  }

  private String name(Organisation organisation, boolean named, Locale language) {
    return named ? names.of(organisation, language) : messages.text(language, "notices.hidden");
  }
}
