package eu.bridgehall.web;

import eu.bridgehall.discovery.CodeNames;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileViews;
import eu.bridgehall.profiles.model.AuthorityTier;
import eu.bridgehall.profiles.model.Contact;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileCompleteness;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.reference.KnownTie;
import eu.bridgehall.reference.Place;
import eu.bridgehall.reference.Places;
import eu.bridgehall.scoring.Must;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What each step offers to choose from, in the reader's language. */
@Singleton
class StepViews {
  /** Rows of twin towns whose place is looked up for one page. */
  private static final int LOOKED_UP = 20;

  private static final int EMPTY_TWINS = 3;
  private static final String UKRAINE = "UA";
  private static final String ENGLISH = "en";

  private final StepOptions options;
  private final OptionLists lists;
  private final PlacePicker picker;
  private final Places places;
  private final CodeNames names;
  private final ProfileViews views;
  private final AuthorityPages authorities;
  private final Messages messages;

  StepViews(
      StepOptions options,
      OptionLists lists,
      PlacePicker picker,
      Places places,
      CodeNames names,
      ProfileViews views,
      AuthorityPages authorities,
      Messages messages) {
    this.options = options;
    this.lists = lists;
    this.picker = picker;
    this.places = places;
    this.names = names;
    this.views = views;
    this.authorities = authorities;
    this.messages = messages;
  }

  /**
   * What the step of this form offers.
   *
   * @param lookUp whether a twin town whose place nobody has chosen gets the one that its name
   *     means, if it means one
   */
  StepView of(Profile profile, StepForm form, boolean lookUp, Locale reader) {
    return switch (form) {
      case FactsForm facts -> facts(profile, facts, lookUp, reader);
      case ThemesForm themes -> new StepView.Themes(themes, lists.themes(reader));
      case PartnersForm partners -> partners(partners, reader);
      case TextsForm texts -> texts(texts, reader);
      case ContactForm contact ->
          new StepView.ContactPart(
              contact,
              UKRAINE.equals(profile.country()),
              !profile.content().contact().equals(Contact.NONE));
    };
  }

  private StepView facts(Profile profile, FactsForm form, boolean lookUp, Locale reader) {
    Integer year = profile.content().populationYear();
    boolean ukrainian = UKRAINE.equals(profile.country());
    List<String> path = profile.regions();
    List<String> where =
        Stream.concat(
                Stream.of(names.country(profile.country(), reader)),
                path.stream().skip(1).map(code -> names.region(code, reader)))
            .distinct()
            .toList()
            .reversed();
    return new StepView.Facts(
        form,
        String.join(", ", where),
        profile.katottg(),
        year == null ? null : views.populationLabel(profile.country(), year, reader),
        ukrainian,
        profile.status().takesPart(),
        options.types(profile.country(), reader),
        options.traits(reader),
        options.networks(reader),
        twins(form, lookUp, reader),
        known(profile, form, reader));
  }

  private List<StepView.TwinRow> twins(FactsForm form, boolean lookUp, Locale reader) {
    Map<Long, Place> chosen =
        places.list(
            form.twins().stream().map(FactsForm.Twin::placeId).filter(Objects::nonNull).toList());
    List<StepView.TwinRow> rows = new ArrayList<>();
    int lookedUp = 0;
    for (FactsForm.Twin twin : form.twins()) {
      Long id = twin.placeId();
      Place place = id == null ? null : chosen.get(id);
      PlacePicker.Picked picked = PlacePicker.Picked.NOTHING;
      if (place != null) {
        picked = new PlacePicker.Picked(Optional.of(place), List.of());
      } else if (lookedUp < LOOKED_UP) {
        picked = picker.pick(twin.name(), "");
        lookedUp++;
      }
      rows.add(
          new StepView.TwinRow(
              shown(twin, picked, lookUp, reader),
              picked.all().stream().map(p -> option(p, reader)).toList()));
    }
    for (int i = 0; i < EMPTY_TWINS; i++) {
      rows.add(new StepView.TwinRow(new FactsForm.Twin("", "", ""), List.of()));
    }
    return rows;
  }

  /** The row with the name that was typed, or of the place where none was. */
  private static FactsForm.Twin shown(
      FactsForm.Twin twin, PlacePicker.Picked picked, boolean lookUp, Locale reader) {
    Place place = picked.place().orElse(null);
    if (place == null) {
      return twin;
    }
    boolean takes = lookUp && twin.place().isEmpty();
    return new FactsForm.Twin(
        twin.name().isEmpty() ? place.name(reader) : twin.name(),
        takes ? String.valueOf(place.id()) : twin.place(),
        twin.since());
  }

  /** Towns that public lists name as its twins and the form does not. */
  private List<Option> known(Profile profile, FactsForm form, Locale reader) {
    if (profile.tier() != AuthorityTier.LOCAL) {
      return List.of();
    }
    Set<Long> named = new HashSet<>();
    form.twins().stream().map(FactsForm.Twin::placeId).filter(Objects::nonNull).forEach(named::add);
    List<Long> known =
        places.knownTies(profile.placeId()).stream()
            .map(KnownTie::placeId)
            .filter(id -> !named.contains(id))
            .distinct()
            .toList();
    Map<Long, Place> found = places.list(known);
    return known.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(place -> option(place, reader))
        .toList();
  }

  private Option option(Place place, Locale reader) {
    return new Option(
        String.valueOf(place.id()),
        place.name(reader) + ", " + picker.choices(List.of(place), reader).getFirst().where());
  }

  StepView.Partners partners(PartnersForm form, Locale reader) {
    List<Option> offered = options.regions(form.regionsOf(), reader);
    List<String> codes = offered.stream().map(Option::value).toList();
    return new StepView.Partners(
        form,
        lists.cooperation(reader),
        lists.countries(reader),
        options.traits(reader),
        Arrays.stream(Must.values())
            .map(Coded::id)
            .map(id -> new Option(id, messages.text(reader, "edit.must." + id)))
            .toList(),
        form.regions().stream()
            .filter(code -> !codes.contains(code))
            .map(code -> new Option(code, options.region(code, reader)))
            .toList(),
        offered);
  }

  private StepView texts(TextsForm form, Locale reader) {
    boolean english = form.summaries().stream().anyMatch(s -> ENGLISH.equals(s.language()));
    String own =
        Stream.concat(form.languages().stream(), Stream.of(reader.getLanguage()))
            .filter(l -> !ENGLISH.equals(l))
            .findFirst()
            .orElse(ENGLISH);
    List<TextsForm.Row> summaries = new ArrayList<>(form.summaries());
    if (summaries.isEmpty() && !ENGLISH.equals(own)) {
      summaries.add(new TextsForm.Row(own, ""));
    }
    summaries.add(new TextsForm.Row(english ? "" : ENGLISH, ""));
    List<TextsForm.Row> ideas = new ArrayList<>(form.ideas());
    ideas.add(new TextsForm.Row(ideas.isEmpty() ? own : "", ""));
    return new StepView.Texts(
        form,
        options.languages(true, reader),
        options.languages(false, reader),
        summaries,
        ideas,
        !english && !form.summaries().isEmpty());
  }

  /** Everything as somebody sees it to whom this part is open. */
  StepView check(Actor actor, Profile profile, ProfilePart part, Locale reader) {
    List<StepView.Missing> missing =
        ProfileCompleteness.missing(profile.content()).stream()
            .map(field -> new StepView.Missing(field, EditViews.address(profile, field)))
            .toList();
    return new StepView.Check(
        authorities.preview(actor, profile, part, reader),
        part.id(),
        missing,
        views
            .view(actor, profile, ProfilePart.ALL, reader)
            .steps()
            .contains(ProfileAction.SUBMIT.id()));
  }
}
