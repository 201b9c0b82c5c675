package eu.bridgehall.web;

import eu.bridgehall.discovery.CodeNames;
import eu.bridgehall.reference.FoundPlace;
import eu.bridgehall.reference.Place;
import eu.bridgehall.reference.Places;
import eu.bridgehall.search.PlaceHit.Closeness;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the place that somebody means by what was typed or chosen. */
@Singleton
class PlacePicker {
  private static final int CHOICES = 8;
  private static final int SHORTEST = 2;
  private static final Pattern LABEL = Pattern.compile("(.+\\S)\\s*\\(([A-Z]{2})\\)");

  private final Places places;
  private final CodeNames names;

  PlacePicker(Places places, CodeNames names) {
    this.places = places;
    this.names = names;
  }

  /**
   * What is known of a typed place.
   *
   * @param place the one that is meant; empty where that is not clear
   * @param choices which it may be
   */
  record Picked(Optional<Place> place, List<Place> choices) {
    static final Picked NOTHING = new Picked(Optional.empty(), List.of());

    /** Everything that it may be, also where that is clear. */
    List<Place> all() {
      return place.map(List::of).orElse(choices);
    }
  }

  /**
   * The place of this id where the text is its name or none, else the one that the text names. A
   * place whose name is only similar is offered and never taken.
   */
  Picked pick(String text, String id) {
    Optional<Place> chosen =
        number(id)
            .flatMap(places::find)
            .filter(p -> p.position() != null)
            .filter(place -> text.isEmpty() || isLabel(text, place));
    if (chosen.isPresent()) {
      return new Picked(chosen, List.of());
    }
    List<FoundPlace> found = find(text);
    List<Place> exact =
        found.stream()
            .filter(f -> f.closeness() == Closeness.EXACT)
            .map(FoundPlace::place)
            .toList();
    if (exact.size() == 1) {
      return new Picked(Optional.of(exact.getFirst()), List.of());
    }
    List<Place> all = found.stream().map(FoundPlace::place).toList();
    return all.size() == 1 && found.getFirst().closeness() != Closeness.SIMILAR
        ? new Picked(Optional.of(all.getFirst()), List.of())
        : new Picked(Optional.empty(), all);
  }

  /** The places with a position that the text may name; none for a text that names nothing yet. */
  List<Place> search(String text) {
    return find(text).stream().map(FoundPlace::place).toList();
  }

  private List<FoundPlace> find(String text) {
    Matcher label = LABEL.matcher(text);
    boolean labelled = label.matches();
    String name = labelled ? label.group(1) : text;
    String country = labelled ? label.group(2) : "";
    int length = name.codePointCount(0, name.length());
    if (length < SHORTEST || length > Places.MAX_QUERY) {
      return List.of();
    }
    return places.search(name, null, CHOICES).stream()
        .filter(f -> country.isEmpty() || country.equals(f.place().countryCode()))
        .filter(f -> f.place().position() != null)
        .toList();
  }

  /** The same places as a page offers them. */
  List<FindView.PlaceChoice> choices(List<Place> some, Locale reader) {
    return some.stream()
        .map(
            place -> new FindView.PlaceChoice(place.id(), place.name(reader), where(place, reader)))
        .toList();
  }

  private String where(Place place, Locale reader) {
    String country = names.country(place.countryCode(), reader);
    String region = names.region(place.regionCode(), reader);
    return place.regionPath().size() > 1 ? region + ", " + country : country;
  }

  /** The name in a form, as the reader knows it. */
  static String label(Place place, Locale reader) {
    return label(place.name(reader), place);
  }

  /** Whether the text is its name in a form, in whichever language the form was sent on. */
  private static boolean isLabel(String text, Place place) {
    String national = place.nationalName();
    return text.equals(label(place.name(), place))
        || (national != null && text.equals(label(national, place)));
  }

  private static String label(String name, Place place) {
    return name + " (" + place.countryCode() + ")";
  }

  private static Optional<Long> number(String id) {
    return id.matches("\\d{1,12}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
  }
}
