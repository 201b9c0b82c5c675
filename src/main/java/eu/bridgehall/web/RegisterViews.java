package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.profiles.HolderNames;
import eu.bridgehall.profiles.PlaceHolder;
import eu.bridgehall.profiles.ProfileStart;
import eu.bridgehall.profiles.ProfileViews;
import eu.bridgehall.profiles.model.AuthorityTier;
import eu.bridgehall.reference.FoundPlace;
import eu.bridgehall.reference.Place;
import eu.bridgehall.reference.Places;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of towns, for who registers one. */
@Singleton
class RegisterViews {
  private static final int TOWNS = 15;
  private static final int SHORTEST = 2;
  private static final int OTHER_NAMES = 6;

  private final Places places;
  private final PlacePicker picker;
  private final ProfileStart start;
  private final ProfileViews views;
  private final HolderNames holderNames;
  private final StepOptions options;
  private final Messages messages;

  RegisterViews(
      Places places,
      PlacePicker picker,
      ProfileStart start,
      ProfileViews views,
      HolderNames holderNames,
      StepOptions options,
      Messages messages) {
    this.places = places;
    this.picker = picker;
    this.start = start;
    this.views = views;
    this.holderNames = holderNames;
    this.options = options;
    this.messages = messages;
  }

  /** The towns that a name may mean, marked where the actor may know that they are registered. */
  RegisterView find(Actor actor, String typed, Locale reader) {
    int length = typed.codePointCount(0, typed.length());
    if (length == 0) {
      return new RegisterView(typed, null, FormErrors.NONE);
    }
    if (length < SHORTEST) {
      return new RegisterView(typed, null, FormErrors.NONE);
    }
    if (length > Places.MAX_QUERY) {
      String wrong =
          messages.text(
              reader, "error.searchLength", Map.of("min", SHORTEST, "max", Places.MAX_QUERY));
      return new RegisterView(typed, null, new FormErrors(Map.of("q", wrong), null));
    }
    List<Place> found = places.search(typed, null, TOWNS).stream().map(FoundPlace::place).toList();
    Set<Long> taken =
        start.listVisibleHolders(actor, found.stream().map(Place::id).toList()).stream()
            .filter(holder -> holder.tier() == AuthorityTier.LOCAL)
            .map(PlaceHolder::placeId)
            .collect(Collectors.toSet());
    return new RegisterView(
        typed,
        found.stream()
            .map(place -> town(place, typed, taken.contains(place.id()), reader))
            .toList(),
        FormErrors.NONE);
  }

  /**
   * The town of this place, with what can be started there.
   *
   * @param type the type that was chosen; null for the usual one
   */
  RegisterView.Chosen chosen(
      Actor actor, Place place, @Nullable String type, FormErrors errors, Locale reader) {
    List<PlaceHolder> holders = start.listHolders(List.of(place.id()));
    Set<AuthorityTier> gone =
        holders.stream().map(PlaceHolder::tier).collect(Collectors.toUnmodifiableSet());
    List<Option> types =
        options.types(place.countryCode(), reader).stream()
            .filter(option -> !gone.contains(AuthorityTier.of(option.value())))
            .toList();
    return new RegisterView.Chosen(
        town(place, "", gone.contains(AuthorityTier.LOCAL), reader),
        place.position() == null ? null : String.valueOf(place.position().lat()),
        place.position() == null ? null : String.valueOf(place.position().lon()),
        place.areaKm2(),
        place.knownTwinnings(),
        holders.stream().map(holder -> taken(actor, holder)).toList(),
        types,
        type == null ? usual(place, types) : type,
        errors);
  }

  private static String usual(Place place, List<Option> types) {
    String usual = ProfileStart.usualType(place);
    return types.stream().anyMatch(option -> option.value().equals(usual)) ? usual : "";
  }

  private RegisterView.Taken taken(Actor actor, PlaceHolder holder) {
    UUID id = holder.authority();
    return new RegisterView.Taken(
        id,
        holderNames.of(actor, id),
        holder.tier().name().toLowerCase(Locale.ROOT),
        actor.authorities().containsKey(id));
  }

  /** Of its names those come first that begin as the typed one. */
  private RegisterView.Town town(Place place, String typed, boolean taken, Locale reader) {
    Integer year = place.populationYear();
    return new RegisterView.Town(
        place.id(),
        place.name(reader),
        Stream.concat(Stream.of(place.name()), place.nameForms().stream())
            .distinct()
            .filter(name -> !name.equals(place.name(reader)))
            .sorted(
                Comparator.comparing(
                    name -> !name.regionMatches(true, 0, typed, 0, Math.max(1, typed.length()))))
            .limit(OTHER_NAMES)
            .toList(),
        picker.choices(List.of(place), reader).getFirst().where(),
        place.population(),
        year == null ? null : views.populationLabel(place.countryCode(), year, reader),
        taken);
  }
}
