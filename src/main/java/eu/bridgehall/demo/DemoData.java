package eu.bridgehall.demo;

import eu.bridgehall.accounts.DemoAccounts;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.kernel.PlatformRole;
import eu.bridgehall.notifications.Delivery;
import eu.bridgehall.notifications.NoticeChoices;
import eu.bridgehall.notifications.NoticeKind;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.profiles.DemoProfiles;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.StartAuthority;
import eu.bridgehall.reference.Place;
import eu.bridgehall.reference.Places;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the demonstration into an empty service, all of it or nothing. */
@Singleton
class DemoData {
  private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

  private final DemoAccounts accounts;
  private final DemoPlaces places;
  private final DemoContent content;
  private final DemoStories stories;
  private final DemoModeration moderation;
  private final Places gazetteer;
  private final Organisations organisations;
  private final DemoProfiles profiles;
  private final NoticeChoices notices;
  private final JdbcOperations jdbc;

  DemoData(
      DemoAccounts accounts,
      DemoPlaces places,
      DemoContent content,
      DemoStories stories,
      DemoModeration moderation,
      Places gazetteer,
      Organisations organisations,
      DemoProfiles profiles,
      NoticeChoices notices,
      JdbcOperations jdbc) {
    this.accounts = accounts;
    this.places = places;
    this.content = content;
    this.stories = stories;
    this.moderation = moderation;
    this.gazetteer = gazetteer;
    this.organisations = organisations;
    this.profiles = profiles;
    this.notices = notices;
    this.jdbc = jdbc;
  }

  /** Loads it unless that was done before. */
  @Transactional
  void load() {
    if (jdbc.prepareStatement(
            "insert into demo_data default values on conflict do nothing",
            statement -> statement.executeUpdate())
        == 0) {
      return;
    }
    LOG.info("Loading the demonstration data");
    Actor moderator = secretariat();
    Map<String, DemoOfficer> officers = new HashMap<>();
    officers.put(
        "association.ua", association("UA", "Асоціація міст (демо)", "association.ua", "uk"));
    association("FR", "Association des communes (démo)", "association.fr", "fr");
    Set<Long> named = new HashSet<>();
    for (DemoFile.Row row : DemoFile.rows("officers.tsv")) {
      long place =
          gazetteer.search(row.get("place"), row.get("country"), 1).getFirst().place().id();
      named.add(place);
      String slug = row.get("slug");
      Profile profile = confirmed(place, slug, row.get("language"), row.get("officer"), true);
      UUID person = accounts.idOf(address(slug));
      officers.put(
          slug,
          new DemoOfficer(
              profile.id(),
              new Actor(person, null, Set.of(), Map.of(profile.id(), MemberRole.OWNER), Map.of())));
    }
    others(named, places.listHromadas(), "uk");
    for (String country : DemoPlaces.COUNTRIES) {
      others(named, places.listIn(country), "en");
    }
    stories.tell(officers, moderator);
    stories.talk(officers);
    DemoOfficer graz = Objects.requireNonNull(officers.get("graz"));
    moderation.tell(officers, deputy(graz.authority()), moderator);
  }

  private DemoOfficer deputy(UUID authority) {
    UUID person = accounts.create(address("graz", "deputy."), "Jonas Muster", "de");
    accounts.makeMember(person, authority, MemberRole.EDITOR);
    return new DemoOfficer(
        authority,
        new Actor(person, null, Set.of(), Map.of(authority, MemberRole.EDITOR), Map.of()));
  }

  private Actor secretariat() {
    UUID moderator = accounts.create("secretariat@demo.example", "Secretariat (demo)", "en");
    accounts.grant(moderator, PlatformRole.MODERATOR);
    accounts.grant(
        accounts.create("moderator@demo.example", "Second moderator (demo)", "en"),
        PlatformRole.MODERATOR);
    UUID administrator = accounts.create("admin@demo.example", "Administrator (demo)", "en");
    accounts.grant(administrator, PlatformRole.ADMINISTRATOR);
    return new Actor(moderator, null, Set.of(PlatformRole.MODERATOR), Map.of(), Map.of());
  }

  private DemoOfficer association(String country, String name, String mailbox, String language) {
    Organisation association = organisations.createAssociation(country, name, null);
    UUID officer = accounts.create(address(mailbox, ""), name, language);
    accounts.makeOfficer(officer, association.id());
    return new DemoOfficer(
        association.id(),
        new Actor(officer, null, Set.of(), Map.of(), Map.of(association.id(), country)));
  }

  /** Authorities beside the named ones; a place that one of those has is passed over. */
  private void others(Collection<Long> named, List<Long> drawn, String language) {
    for (long place : drawn) {
      if (!named.contains(place)) {
        String slug = "authority-" + place;
        confirmed(place, slug, language, "Demo " + place, false);
        // hundreds of mails to people who do not exist would hide those to whoever tries the
        // service
        notices.change(
            new Actor(accounts.idOf(address(slug)), null, Set.of(), Map.of(), Map.of()),
            Map.of(NoticeKind.PROFILES, Delivery.OFF));
      }
    }
  }

  /**
   * One authority with its officer.
   *
   * @param named whether others read of it, so that it must be there to be found
   */
  private Profile confirmed(
      long place, String slug, String language, String officer, boolean named) {
    Place at = gazetteer.get(place);
    Profile profile =
        profiles.confirmed(
            new StartAuthority(place, null, null), known -> content.draw(at, known, slug, named));
    accounts.makeMember(
        accounts.create(address(slug), officer, language), profile.id(), MemberRole.OWNER);
    return profile;
  }

  private static String address(String slug) {
    return address(slug, "officer.");
  }

  private static String address(String slug, String prefix) {
    return prefix + slug.toLowerCase(Locale.ROOT) + "@" + DemoAccounts.DOMAIN;
  }

  /** The addresses of those who may sign in, for whoever starts the demonstration. */
  static List<String> signIns() {
    return Stream.of(
            Stream.of("secretariat", "moderator", "admin", "association.ua", "association.fr")
                .map(mailbox -> address(mailbox, "")),
            DemoFile.rows("officers.tsv").stream().map(r -> address(r.get("slug"))),
            Stream.of(address("graz", "deputy.")))
        .flatMap(addresses -> addresses)
        .toList();
  }
}
