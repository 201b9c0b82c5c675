package eu.bridgehall.discovery;

import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.model.AuthorityTier;
import eu.bridgehall.profiles.model.PartnerWishes;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileText;
import eu.bridgehall.profiles.model.ThemeLine;
import eu.bridgehall.scoring.CodeTable;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.Locality;
import eu.bridgehall.scoring.Must;
import eu.bridgehall.scoring.Standing;
import eu.bridgehall.scoring.ThemeSet;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.scoring.Wishes;
import eu.bridgehall.search.AuthorityDocument;
import eu.bridgehall.ties.AuthorityLoad;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a profile what is scored and indexed. Codes that the reference data no longer know are
 * left out: one old profile must not stop the index.
 *
 * <p>The public part is indexed as text. Project ideas are indexed apart, for those who may read
 * them; notes and contacts are not: by asking for words, a visitor could find out what stands in
 * them.
 */
@Singleton
class DocumentMaker {
  private static final String COAST = "coast";

  private final Vocabulary vocabulary;

  DocumentMaker(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The document of a confirmed profile.
   *
   * @param own the weights that it has chosen; null where the defaults count
   */
  AuthorityDocument document(Profile profile, @Nullable AuthorityLoad load, @Nullable Weights own) {
    ProfileContent content = profile.content();
    return new AuthorityDocument(
        profile.id(),
        columns(profile, load, own),
        profile.type(),
        profile.name(),
        content.nameForms(),
        byLanguage(content.summaries()),
        byLanguage(content.ideas()),
        content.openToAll(),
        profile.changedAt().toEpochMilli());
  }

  /** All that is scored of a profile; the arguments as for the document. */
  Columns columns(Profile profile, @Nullable AuthorityLoad load, @Nullable Weights own) {
    ProfileContent content = profile.content();
    CodeTable countries = vocabulary.countries();
    int country = countries.contains(profile.country()) ? countries.ordinal(profile.country()) : -1;
    Integer population = content.population();
    return Columns.empty().toBuilder()
        .country(country, Vocabulary.UKRAINE.equals(profile.country()))
        .regions(vocabulary.regionOrdinals(profile.regions()))
        .needs(themes(content.needs()))
        .offers(themes(content.offers()))
        .interests(themes(content.interests()))
        .cooperation(
            vocabulary.cooperationBits(known(vocabulary.cooperation(), content.cooperationTypes())))
        .languages(vocabulary.languageSet(known(vocabulary.languages(), content.languages())))
        .traits(vocabulary.traitBits(known(vocabulary.traits(), content.traits())))
        .population(population == null ? 0 : population)
        .position(profile.shownPosition())
        .locality(locality(profile))
        .wishes(wishes(content.wishes()))
        .standing(standing(profile, load))
        .weights(own == null ? Weights.defaults() : own)
        .build();
  }

  /** Counties and regions are not twinned as the town is that they are governed from. */
  private Locality locality(Profile profile) {
    ProfileContent content = profile.content();
    Integer degree = content.degurba();
    return Locality.of(
        profile.tier() == AuthorityTier.LOCAL
            ? Math.toIntExact(profile.placeId())
            : Locality.UNKNOWN,
        degree == null ? 0 : degree,
        content.traits().contains(COAST),
        vocabulary.regionOrdinals(profile.regions()));
  }

  private ThemeSet themes(List<ThemeLine> lines) {
    return vocabulary.themeSet(
        known(
            vocabulary.themes(),
            lines.stream().map(ThemeLine::theme).filter(Objects::nonNull).toList()));
  }

  private Wishes wishes(PartnerWishes wishes) {
    int min = orNone(wishes.minPopulation());
    int max = orNone(wishes.maxPopulation());
    return new Wishes(
        vocabulary.countries().bits(known(vocabulary.countries(), wishes.countries())),
        vocabulary.regionOrdinals(wishes.regions()),
        vocabulary.traitBits(known(vocabulary.traits(), wishes.traits())),
        wishes.ukrainianPartner(),
        min,
        max < min ? 0 : max,
        orNone(wishes.maxDistanceKm()),
        musts(wishes.musts()));
  }

  private static int musts(List<String> ids) {
    return Must.bits(Arrays.stream(Must.values()).filter(must -> ids.contains(must.id())).toList());
  }

  private static Standing standing(Profile profile, @Nullable AuthorityLoad load) {
    Integer capacity = profile.content().capacity();
    return new Standing(
        profile.accepting(),
        day(profile.reconfirmedAt()),
        load == null ? 0 : (float) load.expected(),
        capacity == null ? Standing.UNKNOWN : capacity);
  }

  private static int day(@Nullable Instant instant) {
    return instant == null
        ? Standing.UNKNOWN
        : Math.toIntExact(LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay());
  }

  /** These texts by their language; those of one language below each other. */
  static Map<String, String> byLanguage(List<ProfileText> texts) {
    return texts.stream()
        .filter(text -> text.language() != null && text.text() != null)
        .collect(
            Collectors.toMap(
                text -> Objects.requireNonNull(text.language()),
                text -> Objects.requireNonNull(text.text()),
                (a, b) -> a + "\n" + b));
  }

  private static List<String> known(CodeTable table, List<String> codes) {
    return codes.stream().filter(table::contains).toList();
  }

  private static int orNone(@Nullable Integer number) {
    return number == null ? 0 : number;
  }
}
