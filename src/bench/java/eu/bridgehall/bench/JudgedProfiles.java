package eu.bridgehall.bench;

import eu.bridgehall.discovery.VocabularyFactory;
import eu.bridgehall.reference.Theme;
import eu.bridgehall.reference.Themes;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.ThemeSet;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.search.AuthorityDocument;
import eu.bridgehall.search.IndexedPlace;
import eu.bridgehall.search.SizeClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A population that is always the same: the largest places and others of 5,000 people or more, each
 * with some themes it needs, offers and likes, and a text that names another theme in passing.
 */
final class JudgedProfiles {
  private static final int LARGEST = 500;
  private static final int OTHERS = 2_500;
  private static final long LARGE = 5_000;
  private static final int OF_EACH = 2;

  private static final Map<String, String> LANGUAGES =
      Map.of("UA", "uk", "FR", "fr", "BE", "fr", "DE", "de", "AT", "de", "CH", "de");
  private static final Map<String, String> TEXTS =
      Map.of(
          "en", "A town with a lively market. Last year we talked about %s with our neighbours.",
          "fr", "Une ville au marché animé. Nous avons parlé de %s avec nos voisins.",
          "uk", "Місто з жвавим ринком. Торік ми говорили із сусідами про таке: %s.",
          "de", "Eine Stadt mit lebhaftem Markt. Mit den Nachbarn sprachen wir über %s.");

  private final Vocabulary vocabulary = VocabularyFactory.shipped();
  private final List<Theme> themes = new Themes().choosable();
  private final Random random = new Random(1);
  private final List<AuthorityDocument> documents;

  JudgedProfiles(List<IndexedPlace> places) {
    List<IndexedPlace> bySize =
        places.stream()
            .filter(place -> place.population() >= LARGE)
            .sorted(
                Comparator.comparingLong(IndexedPlace::population)
                    .reversed()
                    .thenComparingLong(IndexedPlace::id))
            .toList();
    List<IndexedPlace> rest = bySize.subList(LARGEST, bySize.size());
    documents =
        Stream.concat(
                bySize.subList(0, LARGEST).stream(),
                IntStream.range(0, OTHERS).mapToObj(i -> rest.get(random.nextInt(rest.size()))))
            .distinct()
            .map(this::document)
            .toList();
  }

  List<AuthorityDocument> documents() {
    return documents;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** What an authority states: its {@code theme}s, {@code country}, {@code size} or names. */
  Collection<String> states(AuthorityDocument document, String what) {
    Columns columns = document.columns();
    return switch (what) {
      case "theme" ->
          vocabulary.themeCodes(columns.needs().or(columns.offers()).or(columns.interests()));
      case "country" -> List.of(vocabulary.countries().code(columns.country()));
      case "size" -> List.of(SizeClass.of(columns.population()).code());
      case "name" -> document.names();
      default -> throw new IllegalArgumentException(what);
    };
  }

  private AuthorityDocument document(IndexedPlace place) {
    String language = LANGUAGES.getOrDefault(place.countryCode(), "en");
    String inPassing = any().name(Locale.of(language));
    Columns columns =
        Columns.empty().toBuilder()
            .country(
                vocabulary.countries().ordinal(place.countryCode()),
                Vocabulary.UKRAINE.equals(place.countryCode()))
            .needs(some())
            .offers(some())
            .interests(some())
            .population(Math.toIntExact(place.population()))
            .build();
    return new AuthorityDocument(
        new UUID(1, place.id()),
        columns,
        "municipality",
        place.name(),
        place.names(),
        Map.of(language, String.format(Locale.ROOT, TEXTS.get(language), inPassing)),
        true,
        0);
  }

  private ThemeSet some() {
    Set<String> codes = new TreeSet<>();
    while (codes.size() < OF_EACH) {
      codes.add(any().id());
    }
    return vocabulary.themeSet(new ArrayList<>(codes));
  }

  private Theme any() {
    return themes.get(random.nextInt(themes.size()));
  }
}
