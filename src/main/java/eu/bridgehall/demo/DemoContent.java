package eu.bridgehall.demo;

import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.profiles.model.Contact;
import eu.bridgehall.profiles.model.PartnerWishes;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileText;
import eu.bridgehall.profiles.model.ThemeLine;
import eu.bridgehall.reference.Place;
import eu.bridgehall.reference.Themes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws what a demo authority needs, offers and seeks: from its place's id, so that it is the same
 * in every demonstration; the rest of the profile is what is known of the place.
 */
@Singleton
class DemoContent {
  private static final String UKRAINE = "UA";
  private static final List<String> COOPERATION =
      List.of(
          "twinning",
          "project-partnership",
          "study-visit",
          "youth-exchange",
          "mentoring",
          "solidarity",
          "decentralised-cooperation",
          "town-network");
  private static final Map<String, List<String>> SPOKEN =
      Map.ofEntries(
          Map.entry("AL", List.of("sq")),
          Map.entry("AT", List.of("de")),
          Map.entry("BE", List.of("nl", "fr")),
          Map.entry("BG", List.of("bg")),
          Map.entry("CZ", List.of("cs")),
          Map.entry("DE", List.of("de")),
          Map.entry("DK", List.of("da")),
          Map.entry("EE", List.of("et")),
          Map.entry("ES", List.of("es")),
          Map.entry("FI", List.of("fi", "sv")),
          Map.entry("FR", List.of("fr")),
          Map.entry("GB", List.of("en")),
          Map.entry("GE", List.of("ka")),
          Map.entry("GR", List.of("el")),
          Map.entry("HR", List.of("hr")),
          Map.entry("HU", List.of("hu")),
          Map.entry("IE", List.of("en", "ga")),
          Map.entry("IT", List.of("it")),
          Map.entry("LT", List.of("lt")),
          Map.entry("LV", List.of("lv")),
          Map.entry("MD", List.of("ro")),
          Map.entry("NL", List.of("nl")),
          Map.entry("NO", List.of("no")),
          Map.entry("PL", List.of("pl")),
          Map.entry("PT", List.of("pt")),
          Map.entry("RO", List.of("ro")),
          Map.entry("RS", List.of("sr")),
          Map.entry("SE", List.of("sv")),
          Map.entry("SI", List.of("sl")),
          Map.entry("SK", List.of("sk")),
          Map.entry("UA", List.of("uk")));
  private static final List<String> SECOND = List.of("en", "en", "en", "en", "fr", "de", "pl");

  private final Messages messages;
  private final Themes themes;
  private final List<DemoFile.Row> popularity = DemoFile.rows("themes.tsv");

  DemoContent(Messages messages, Themes themes) {
    this.messages = messages;
    this.themes = themes;
  }

  /**
   * The profile's content with everything drawn that its place does not tell.
   *
   * @param named whether it is one that others read of: it is open to all
   */
  ProfileContent draw(Place place, ProfileContent known, String slug, boolean named) {
    SplittableRandom random = new SplittableRandom(place.id() * 2_654_435_761L);
    String group = place.countryCode().equals(UKRAINE) ? "ua" : "other";
    Set<String> needs = themes(random, "need_" + group, 2 + random.nextInt(4), Set.of());
    Set<String> offers = themes(random, "offer_" + group, 2 + random.nextInt(4), needs);
    Set<String> interests = themes(random, "need_other", random.nextInt(4), needs);
    return new ProfileContent(
        known.type(),
        known.officialName(),
        known.nameForms(),
        false,
        known.population(),
        known.populationYear(),
        known.populationSource(),
        known.areaKm2(),
        known.degurba(),
        known.traits(),
        "https://" + slug + ".demo.example",
        lines(needs),
        lines(offers),
        lines(interests),
        cooperation(random, group),
        languages(random, place.countryCode()),
        wishes(random, place.countryCode(), known),
        texts(place.countryCode(), known, needs, offers),
        known.memberships(),
        List.of(),
        new Contact("partnerships@" + slug + ".demo.example", null, null),
        1 + random.nextInt(5),
        random.nextInt(10) == 0 && !named ? ProfileContent.MEMBERS : ProfileContent.PUBLIC,
        known.positionHidden(),
        known.contactHidden());
  }

  private Set<String> themes(
      SplittableRandom random, String column, int count, Set<String> without) {
    Set<String> drawn = new LinkedHashSet<>();
    int all = popularity.stream().mapToInt(r -> r.number(column)).sum();
    while (drawn.size() < count) {
      int left = random.nextInt(all);
      for (DemoFile.Row row : popularity) {
        left -= row.number(column);
        if (left < 0) {
          String theme = row.get("theme");
          if (!without.contains(theme)) {
            drawn.add(theme);
          }
          break;
        }
      }
    }
    return drawn;
  }

  private static List<String> cooperation(SplittableRandom random, String group) {
    Set<String> types = new LinkedHashSet<>();
    types.add(COOPERATION.get(random.nextInt(2)));
    if (group.equals("ua") && random.nextInt(2) == 0) {
      types.add("solidarity");
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      types.add(COOPERATION.get(random.nextInt(COOPERATION.size())));
    }
    return List.copyOf(types);
  }

  private static List<String> languages(SplittableRandom random, String country) {
    Set<String> spoken = new LinkedHashSet<>(SPOKEN.getOrDefault(country, List.of("en")));
    if (random.nextInt(10) < 8) {
      spoken.add(SECOND.get(random.nextInt(SECOND.size())));
    }
    return List.copyOf(spoken);
  }

  private static PartnerWishes wishes(SplittableRandom random, String own, ProfileContent known) {
    boolean ukrainian = own.equals(UKRAINE);
    Set<String> countries = new LinkedHashSet<>();
    if (random.nextInt(10) < (ukrainian ? 9 : 3)) {
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        String country = DemoPlaces.COUNTRIES.get(random.nextInt(DemoPlaces.COUNTRIES.size()));
        if (!country.equals(own)) {
          countries.add(country);
        }
      }
    }
    Integer population = known.population();
    boolean sized = random.nextInt(3) == 0;
    return new PartnerWishes(
        List.copyOf(countries),
        List.of(),
        known.traits().contains("mountain") && random.nextInt(3) == 0
            ? List.of("mountain")
            : List.of(),
        sized && population != null ? rounded(population / 3) : null,
        sized && population != null ? rounded(population * 3) : null,
        random.nextInt(12) == 0 ? 1500 : null,
        !ukrainian && random.nextInt(10) < 4,
        List.of());
  }

  private static int rounded(int population) {
    return Math.max(1, population / 1000) * 1000;
  }

  private List<ProfileText> texts(
      String country, ProfileContent known, Set<String> needs, Set<String> offers) {
    Set<String> languages = new LinkedHashSet<>(SPOKEN.getOrDefault(country, List.of()));
    languages.add("en");
    languages.retainAll(messages.languages().stream().map(Locale::getLanguage).toList());
    List<ProfileText> texts = new ArrayList<>();
    for (String language : languages) {
      Locale locale = Locale.of(language);
      texts.add(
          new ProfileText(
              ProfileText.SUMMARY,
              language,
              messages.text(
                  locale,
                  "demo.summary",
                  Map.of(
                      "name", String.valueOf(known.officialName()),
                      "population", count(known.population()),
                      "needs", names(needs, locale),
                      "offers", names(offers, locale)))));
    }
    return texts;
  }

  private static int count(@Nullable Integer population) {
    return population == null ? 0 : population;
  }

  private String names(Set<String> ids, Locale language) {
    return ids.stream()
        .map(id -> themes.require(id, "theme").name(language))
        .collect(Collectors.joining(", "));
  }

  private static List<ThemeLine> lines(Set<String> ids) {
    return ids.stream().map(id -> new ThemeLine(id, null)).toList();
  }
}
