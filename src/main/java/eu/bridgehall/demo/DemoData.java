package eu.bridgehall.demo;

import eu.bridgehall.accounts.DemoAccounts;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.kernel.PlatformRole;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileStart;
import eu.bridgehall.profiles.Profiles;
import eu.bridgehall.profiles.StartAuthority;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.reference.Places;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
  private final Places gazetteer;
  private final Organisations organisations;
  private final ProfileStart start;
  private final Profiles profiles;
  private final JdbcOperations jdbc;

  DemoData(
      DemoAccounts accounts,
      DemoPlaces places,
      DemoContent content,
      DemoStories stories,
      Places gazetteer,
      Organisations organisations,
      ProfileStart start,
      Profiles profiles,
      JdbcOperations jdbc) {
    this.accounts = accounts;
    this.places = places;
    this.content = content;
    this.stories = stories;
    this.gazetteer = gazetteer;
    this.organisations = organisations;
    this.start = start;
    this.profiles = profiles;
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
    Actor secretariat = secretariat();
    association("UA", "Асоціація міст (демо)", "association.ua", "uk");
    association("FR", "Association des communes (démo)", "association.fr", "fr");
    Map<String, DemoOfficer> officers = new HashMap<>();
    for (DemoFile.Row row : DemoFile.rows("officers.tsv")) {
      long place =
          gazetteer.search(row.get("place"), row.get("country"), 1).getFirst().place().id();
      String slug = row.get("slug");
      Profile profile =
          confirmed(secretariat, place, slug, row.get("language"), row.get("officer"));
      UUID person = accounts.idOf(address(slug));
      officers.put(
          slug,
          new DemoOfficer(
              profile.id(),
              new Actor(person, null, Set.of(), Map.of(profile.id(), MemberRole.OWNER), Map.of())));
    }
    places.listHromadas().forEach(id -> others(secretariat, id, "uk"));
    for (String country : DemoPlaces.COUNTRIES) {
      places.listIn(country).forEach(id -> others(secretariat, id, "en"));
    }
    stories.tell(officers);
  }

  private Actor secretariat() {
    UUID moderator = accounts.create("secretariat@demo.example", "Secretariat (demo)", "en");
    accounts.grant(moderator, PlatformRole.MODERATOR);
    UUID administrator = accounts.create("admin@demo.example", "Administrator (demo)", "en");
    accounts.grant(administrator, PlatformRole.ADMINISTRATOR);
    return new Actor(moderator, null, Set.of(PlatformRole.MODERATOR), Map.of(), Map.of());
  }

  private void association(String country, String name, String mailbox, String language) {
    Organisation association = organisations.createAssociation(country, name, null);
    UUID officer = accounts.create(address(mailbox, ""), name, language);
    accounts.makeOfficer(officer, association.id());
  }

  /**
   * An authority without a sign-in that is told of; a place that a named one has is passed over.
   */
  private void others(Actor secretariat, long place, String language) {
    if (taken(place)) {
      return;
    }
    confirmed(secretariat, place, "authority-" + place, language, "Demo " + place);
  }

  private boolean taken(long place) {
    return jdbc.prepareStatement(
        "select exists (select 1 from authority_profile where place_id = ?)",
        statement -> {
          statement.setLong(1, place);
          try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
          }
        });
  }

  private Profile confirmed(
      Actor secretariat, long place, String slug, String language, String officer) {
    Profile started = start.startDemo(new StartAuthority(place, null, null));
    UUID person = accounts.create(address(slug), officer, language);
    accounts.makeOwner(person, started.id());
    Actor owner =
        new Actor(person, null, Set.of(), Map.of(started.id(), MemberRole.OWNER), Map.of());
    Profile drawn =
        profiles.edit(owner, started.id(), started.version(), content.draw(started, slug));
    Profile submitted =
        profiles.step(owner, drawn.id(), drawn.version(), ProfileAction.SUBMIT, null);
    return profiles.step(
        secretariat, submitted.id(), submitted.version(), ProfileAction.CONFIRM, null);
  }

  private static String address(String slug) {
    return address(slug, "officer.");
  }

  private static String address(String slug, String prefix) {
    return prefix + slug.toLowerCase(Locale.ROOT) + "@" + DemoAccounts.DOMAIN;
  }

  /** The addresses of those who may sign in, for whoever starts the demonstration. */
  static List<String> signIns() {
    return DemoFile.rows("officers.tsv").stream().map(r -> address(r.get("slug"))).toList();
  }
}
