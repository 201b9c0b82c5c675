package eu.bridgehall.web;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.discovery.FoundAuthorities;
import eu.bridgehall.discovery.MapPoint;
import eu.bridgehall.discovery.ProfileQuery;
import eu.bridgehall.discovery.ProfileSearch;
import eu.bridgehall.discovery.SearchAnswer;
import eu.bridgehall.discovery.SearchParameters;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.FieldError;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.reference.Place;
import eu.bridgehall.reference.Theme;
import eu.bridgehall.reference.Themes;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.SearchRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what the form asks for into a search, and its answer into a page. */
@Singleton
class FindPages {
  /** How many authorities a map shows at most. */
  static final int ON_MAP = 2_000;

  private static final int ON_PAGE = 20;
  private static final int ONE = 1;
  private static final String BY_DISTANCE = "distance";

  private final ProfileSearch search;
  private final SearchParameters parameters;
  private final FoundAuthorities found;
  private final PlacePicker picker;
  private final Themes themes;
  private final Messages messages;
  private final FindChips chips;

  FindPages(
      ProfileSearch search,
      SearchParameters parameters,
      FoundAuthorities found,
      PlacePicker picker,
      Themes themes,
      Messages messages,
      FindChips chips) {
    this.search = search;
    this.parameters = parameters;
    this.found = found;
    this.picker = picker;
    this.themes = themes;
    this.messages = messages;
    this.chips = chips;
  }

  /** The page of what is found, or the same form with what is wrong with it. */
  FindView find(Actor actor, FindForm sent, @Nullable String cursor, Locale reader) {
    PlacePicker.Picked picked = picker.pick(sent.place(), sent.at());
    FindForm form =
        picked
            .place()
            .map(
                place ->
                    sent.withPlace(PlacePicker.label(place, reader), String.valueOf(place.id())))
            .orElseGet(() -> sent.withPlace(sent.place(), ""));
    try {
      SearchRequest request = request(actor, form, picked, ON_PAGE, cursor);
      SearchAnswer answer = search.find(actor, request, reader);
      String next = answer.next();
      return new FindView(
          form,
          answer.items(),
          answer.total(),
          next == null ? null : form.addressAfter(next),
          cursor == null,
          groups(form, answer, true, reader),
          chips.of(form, picked.place().orElse(null), reader),
          picker.choices(picked.choices(), reader),
          notes(form, picked, reader),
          false,
          ON_MAP,
          didYouMean(form, answer));
    } catch (Invalid invalid) {
      return new FindView(
          form,
          List.of(),
          0,
          null,
          true,
          groups(form, count(actor, reader), false, reader),
          List.of(),
          picker.choices(picked.choices(), reader),
          FormErrors.of(invalid, messages, reader),
          true,
          ON_MAP,
          null);
    }
  }

  private static FindView.@Nullable Chip didYouMean(FindForm form, SearchAnswer answer) {
    String words = answer.didYouMean();
    return words == null ? null : new FindView.Chip(null, words, form.withText(words).address());
  }

  /** Where what is found lies. */
  List<MapPoint> points(Actor actor, FindForm form) {
    PlacePicker.Picked picked = picker.pick(form.place(), form.at());
    return search.points(actor, request(actor, form, picked, ON_MAP, null));
  }

  /** How many there are, with how many of each kind. */
  SearchAnswer count(Actor actor, Locale reader) {
    ProfileQuery everything =
        new ProfileQuery(null, Map.of(), null, null, null, null, null, ONE, null);
    return search.find(
        actor, parameters.request(everything, !found.seesMembersOnly(actor)), reader);
  }

  private SearchRequest request(
      Actor actor, FindForm form, PlacePicker.Picked picked, int limit, @Nullable String cursor) {
    List<FieldError> errors = new ArrayList<>();
    GeoPoint from = picked.place().map(Place::position).orElse(null);
    String near = from == null ? null : from.lat() + "," + from.lon();
    Integer min = number("populationMin", form.populationMin(), errors);
    Integer max = number("populationMax", form.populationMax(), errors);
    Integer within = number("within", form.within(), errors);
    if (min != null && max != null && max < min) {
      errors.add(new FieldError("populationMax", "find.maxBelowMin", Map.of("min", min)));
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    ProfileQuery query =
        new ProfileQuery(
            form.q(),
            form.codes(),
            min,
            max,
            near,
            near == null || within == null ? null : within.doubleValue(),
            sort(form, near != null),
            limit,
            cursor);
    return parameters.request(query, !found.seesMembersOnly(actor));
  }

  /** The order asked for; from a place the nearest first, where nothing else was asked for. */
  private static @Nullable String sort(FindForm form, boolean fromPlace) {
    if (form.sort().isEmpty()) {
      return fromPlace && form.q().isEmpty() ? BY_DISTANCE : null;
    }
    return BY_DISTANCE.equals(form.sort()) && !fromPlace ? null : form.sort();
  }

  private static @Nullable Integer number(String field, String typed, List<FieldError> errors) {
    // people write thousands with spaces and points
    String digits = typed.replaceAll("[\\s.,\\u00a0\\u202f'’]", "");
    if (digits.isEmpty()) {
      return null;
    }
    if (!digits.matches("\\d{1,9}")) {
      errors.add(new FieldError(field, "find.number", Map.of()));
      return null;
    }
    return Integer.valueOf(digits);
  }

  /** What cannot be done yet, though the rest is found. */
  private FormErrors notes(FindForm form, PlacePicker.Picked picked, Locale reader) {
    if (picked.place().isPresent()) {
      return FormErrors.NONE;
    }
    String key;
    if (!form.place().isEmpty()) {
      key = picked.choices().isEmpty() ? "find.place.unknown" : "find.place.which";
    } else if (!form.within().isEmpty() || BY_DISTANCE.equals(form.sort())) {
      key = "find.place.needed";
    } else {
      return FormErrors.NONE;
    }
    return new FormErrors(Map.of("place", messages.text(reader, key)), null);
  }

  private List<FindView.Group> groups(
      FindForm form, SearchAnswer answer, boolean checked, Locale reader) {
    List<FindView.Group> groups = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      List<SearchAnswer.FacetCount> counts =
          new ArrayList<>(answer.facets().getOrDefault(facet.id(), List.of()));
      // what was chosen stays to be unchosen, though nothing is left of it
      for (String code : form.codes().getOrDefault(facet, List.of())) {
        if (checked && counts.stream().noneMatch(c -> c.code().equals(code))) {
          counts.add(new SearchAnswer.FacetCount(code, search.name(facet, code, reader), 0));
        }
      }
      List<FindView.Option> options =
          ordered(facet, counts, reader).stream().map(c -> option(form, facet, c)).toList();
      if (!options.isEmpty()) {
        groups.add(new FindView.Group(facet.id(), options));
      }
    }
    return groups;
  }

  private FindView.Option option(FindForm form, Facet facet, SearchAnswer.FacetCount each) {
    return new FindView.Option(
        each.code(),
        each.name(),
        each.count(),
        form.has(facet, each.code()),
        isInner(facet, each.code()));
  }

  /** By name, so that they keep their places while the counts change; themes under their field. */
  private List<SearchAnswer.FacetCount> ordered(
      Facet facet, List<SearchAnswer.FacetCount> counts, Locale reader) {
    if (facet == Facet.SIZE) {
      return counts;
    }
    Collator byLanguage = Collator.getInstance(ULocale.forLocale(reader));
    Comparator<SearchAnswer.FacetCount> byName =
        Comparator.comparing(SearchAnswer.FacetCount::name, byLanguage::compare);
    if (!isTheme(facet)) {
      return counts.stream().sorted(byName).toList();
    }
    Comparator<SearchAnswer.FacetCount> byField =
        Comparator.comparing(c -> field(c.code()).name(reader), byLanguage::compare);
    return counts.stream()
        .sorted(byField.thenComparing(c -> isInner(facet, c.code())).thenComparing(byName))
        .toList();
  }

  private Theme field(String code) {
    Theme theme = themes.find(code).orElseThrow();
    return theme.parent() == null
        ? theme
        : themes.find(Objects.requireNonNull(theme.parent())).orElseThrow();
  }

  private boolean isInner(Facet facet, String code) {
    return isTheme(facet) && themes.find(code).filter(t -> !t.isField()).isPresent();
  }

  private static boolean isTheme(Facet facet) {
    return facet == Facet.THEME || facet == Facet.NEED || facet == Facet.OFFER;
  }
}
