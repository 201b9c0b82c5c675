package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.profiles.model.Contact;
import eu.bridgehall.profiles.model.PartnerWishes;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileText;
import eu.bridgehall.profiles.model.ThemeLine;
import eu.bridgehall.profiles.model.Twinning;
import eu.bridgehall.reference.AuthorityTypes;
import eu.bridgehall.reference.CooperationTypes;
import eu.bridgehall.reference.Countries;
import eu.bridgehall.reference.Languages;
import eu.bridgehall.reference.Networks;
import eu.bridgehall.reference.Place;
import eu.bridgehall.reference.Places;
import eu.bridgehall.reference.Regions;
import eu.bridgehall.reference.Themes;
import eu.bridgehall.reference.Traits;
import eu.bridgehall.scoring.Must;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether what was sent can stand in a profile; tells everything that cannot at once. */
@Singleton
class ProfileCheck {
  static final int MAX_CHOICES = 40;
  static final int MAX_NAME_FORMS = 60;
  static final int MAX_TEXTS = 24;
  static final int MAX_TWINNINGS = 100;
  static final int MAX_NAME = 200;
  static final int MAX_NOTE = 500;
  static final int MAX_TEXT = 4000;
  static final int MAX_CAPACITY = 100;
  static final int MAX_POPULATION = 100_000_000;
  static final int MAX_AREA_KM2 = 1_000_000;
  static final int MAX_DISTANCE_KM = 10_000;
  static final int FIRST_YEAR = 1800;
  static final int OLDEST_TWINNING = 800;
  private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()./-]{3,38}[0-9]");

  private final AuthorityTypes types;
  private final Themes themes;
  private final Traits traits;
  private final CooperationTypes cooperationTypes;
  private final Languages languages;
  private final Networks networks;
  private final Countries countries;
  private final Regions regions;
  private final Places places;
  private final Clock clock;

  ProfileCheck(
      AuthorityTypes types,
      Themes themes,
      Traits traits,
      CooperationTypes cooperationTypes,
      Languages languages,
      Networks networks,
      Countries countries,
      Regions regions,
      Places places,
      Clock clock) {
    this.types = types;
    this.themes = themes;
    this.traits = traits;
    this.cooperationTypes = cooperationTypes;
    this.languages = languages;
    this.networks = networks;
    this.countries = countries;
    this.regions = regions;
    this.places = places;
    this.clock = clock;
  }

  /**
   * The content as it is kept.
   *
   * @param country where the authority is
   * @throws eu.bridgehall.kernel.DomainException.Invalid naming every field that is wrong
   */
  ProfileContent check(ProfileContent c, String country) {
    FieldChecks f = new FieldChecks();
    int thisYear = clock.instant().atOffset(ZoneOffset.UTC).getYear();
    type(f, c.type(), country);
    range(f, "population", c.population(), 0, MAX_POPULATION);
    year(f, "populationYear", c.populationYear(), FIRST_YEAR, thisYear);
    range(f, "degurba", c.degurba(), 1, 3);
    range(f, "capacity", c.capacity(), 0, MAX_CAPACITY);
    Double area = c.areaKm2();
    if (area != null && !(area > 0 && area <= MAX_AREA_KM2)) {
      f.refuse("areaKm2", "error.range", Map.of("min", 0, "max", MAX_AREA_KM2));
    }
    f.require(
        ProfileContent.PUBLIC.equals(c.visibility())
            || ProfileContent.MEMBERS.equals(c.visibility()),
        "visibility",
        "profiles.visibility");
    ProfileContent kept =
        new ProfileContent(
            c.type(),
            f.line("officialName", c.officialName(), MAX_NAME),
            nameForms(f, c.nameForms()),
            c.militaryAdministration(),
            c.population(),
            c.populationYear(),
            f.optionalLine("populationSource", c.populationSource(), MAX_NAME),
            area,
            c.degurba(),
            chosen(
                f, "traits", c.traits(), id -> traits.find(id).isPresent(), "error.unknownTrait"),
            f.optionalWebsite("website", c.website()),
            themes(f, "needs", c.needs()),
            themes(f, "offers", c.offers()),
            themes(f, "interests", c.interests()),
            chosen(
                f,
                "cooperationTypes",
                c.cooperationTypes(),
                id -> cooperationTypes.find(id).isPresent(),
                "error.unknownCooperationType"),
            chosen(
                f,
                "languages",
                c.languages(),
                id -> languages.find(id).isPresent(),
                "error.unknownLanguage"),
            wishes(f, c.wishes()),
            texts(f, c.texts()),
            chosen(
                f,
                "memberships",
                c.memberships(),
                id -> networks.find(id).isPresent(),
                "error.unknownNetwork"),
            twinnings(f, c.twinnings(), thisYear),
            contact(f, c.contact()),
            c.capacity(),
            c.visibility(),
            c.positionHidden(),
            c.contactHidden());
    f.done();
    return kept;
  }

  private void type(FieldChecks f, @Nullable String type, String country) {
    if (type == null || types.find(type).isEmpty()) {
      f.refuse("type", "error.unknownAuthorityType");
    } else {
      f.require(types.isIn(type, country), "type", AuthorityTypes.ELSEWHERE);
    }
  }

  private static List<String> nameForms(FieldChecks f, List<String> forms) {
    List<String> kept = new ArrayList<>();
    if (isFewEnough(f, "nameForms", forms, MAX_NAME_FORMS)) {
      for (int i = 0; i < forms.size(); i++) {
        kept.add(f.line("nameForms[" + i + "]", forms.get(i), MAX_NAME));
      }
    }
    return kept.stream().distinct().toList();
  }

  private List<ThemeLine> themes(FieldChecks f, String field, List<ThemeLine> lines) {
    List<ThemeLine> kept = new ArrayList<>();
    if (!isFewEnough(f, field, lines, ProfileContent.MAX_THEMES)) {
      return kept;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String at = field + "[" + i + "]";
      ThemeLine line = f.present(at, lines.get(i));
      if (line == null) {
        continue;
      }
      String theme = line.theme();
      if (theme == null || themes.find(theme).filter(t -> !t.isField()).isEmpty()) {
        f.refuse(at + ".theme", "error.unknownTheme");
      } else if (!seen.add(theme)) {
        f.refuse(at + ".theme", "profiles.twice");
      }
      kept.add(new ThemeLine(theme, f.optionalText(at + ".note", line.note(), MAX_NOTE)));
    }
    return kept;
  }

  private PartnerWishes wishes(FieldChecks f, PartnerWishes w) {
    range(f, "wishes.minPopulation", w.minPopulation(), 0, MAX_POPULATION);
    range(f, "wishes.maxPopulation", w.maxPopulation(), 0, MAX_POPULATION);
    range(f, "wishes.maxDistanceKm", w.maxDistanceKm(), 1, MAX_DISTANCE_KM);
    if (w.minPopulation() != null
        && w.maxPopulation() != null
        && w.minPopulation() > w.maxPopulation()) {
      f.refuse("wishes.maxPopulation", "profiles.emptyRange");
    }
    return new PartnerWishes(
        chosen(
            f,
            "wishes.countries",
            w.countries(),
            id -> countries.find(id).isPresent(),
            "error.unknownCountry"),
        chosen(f, "wishes.regions", w.regions(), regions::exists, "error.unknownRegion"),
        chosen(
            f,
            "wishes.traits",
            w.traits(),
            id -> traits.find(id).isPresent(),
            "error.unknownTrait"),
        w.minPopulation(),
        w.maxPopulation(),
        w.maxDistanceKm(),
        w.ukrainianPartner(),
        chosen(
            f,
            "wishes.musts",
            w.musts(),
            id -> Coded.find(Must.class, id).isPresent(),
            "profiles.unknownMust"));
  }

  private List<ProfileText> texts(FieldChecks f, List<ProfileText> texts) {
    List<ProfileText> kept = new ArrayList<>();
    if (!isFewEnough(f, "texts", texts, MAX_TEXTS)) {
      return kept;
    }
    Set<String> summaries = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      String at = "texts[" + i + "]";
      ProfileText text = f.present(at, texts.get(i));
      if (text == null) {
        continue;
      }
      boolean summary = ProfileText.SUMMARY.equals(text.kind());
      f.require(summary || ProfileText.IDEA.equals(text.kind()), at + ".kind", "profiles.textKind");
      String language = text.language();
      if (language == null || languages.find(language).isEmpty()) {
        f.refuse(at + ".language", "error.unknownLanguage");
      } else if (summary && !summaries.add(language)) {
        f.refuse(at + ".language", "profiles.twice");
      }
      kept.add(new ProfileText(text.kind(), language, f.text(at + ".text", text.text(), MAX_TEXT)));
    }
    return kept;
  }

  private List<Twinning> twinnings(FieldChecks f, List<Twinning> twinnings, int thisYear) {
    List<Twinning> kept = new ArrayList<>();
    if (!isFewEnough(f, "twinnings", twinnings, MAX_TWINNINGS)) {
      return kept;
    }
    Map<Long, Place> known =
        places.list(
            twinnings.stream()
                .filter(Objects::nonNull)
                .map(Twinning::placeId)
                .filter(Objects::nonNull)
                .toList());
    for (int i = 0; i < twinnings.size(); i++) {
      String at = "twinnings[" + i + "]";
      Twinning t = f.present(at, twinnings.get(i));
      if (t == null) {
        continue;
      }
      year(f, at + ".since", t.since(), OLDEST_TWINNING, thisYear);
      Place place = t.placeId() == null ? null : known.get(t.placeId());
      if (t.placeId() != null && place == null) {
        f.refuse(at + ".placeId", "error.placeUnknown");
        continue;
      }
      boolean named = t.name() != null && !t.name().isBlank();
      String name =
          place != null && !named ? place.name() : f.line(at + ".name", t.name(), MAX_NAME);
      kept.add(new Twinning(t.placeId(), name, t.since()));
    }
    return kept;
  }

  private static Contact contact(FieldChecks f, Contact c) {
    String mailbox = c.mailbox();
    String phone = f.optionalLine("contact.phone", c.phone(), MAX_NAME);
    if (phone != null && !phone.isEmpty() && !PHONE.matcher(phone).matches()) {
      f.refuse("contact.phone", "profiles.phone");
    }
    return new Contact(
        mailbox == null || mailbox.isBlank() ? null : f.email("contact.mailbox", mailbox),
        f.optionalLine("contact.name", c.name(), MAX_NAME),
        phone);
  }

  private static List<String> chosen(
      FieldChecks f, String field, List<String> ids, Predicate<String> isKnown, String unknown) {
    if (!isFewEnough(f, field, ids, MAX_CHOICES)) {
      return List.of();
    }
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      f.require(id != null && isKnown.test(id), field + "[" + i + "]", unknown);
    }
    return ids.stream().filter(Objects::nonNull).distinct().toList();
  }

  private static boolean isFewEnough(FieldChecks f, String field, List<?> list, int max) {
    if (list.size() > max) {
      f.refuse(field, "profiles.tooMany", Map.of("max", max));
      return false;
    }
    return true;
  }

  private static void range(
      FieldChecks f, String field, @Nullable Integer value, int min, int max) {
    if (value != null && (value < min || value > max)) {
      f.refuse(field, "error.range", Map.of("min", min, "max", max));
    }
  }

  /** As {@link #range}; a year is written without a mark between its thousands. */
  private static void year(FieldChecks f, String field, @Nullable Integer year, int min, int max) {
    if (year != null && (year < min || year > max)) {
      f.refuse(
          field, "error.year", Map.of("min", Integer.toString(min), "max", Integer.toString(max)));
    }
  }
}
