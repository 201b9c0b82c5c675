package eu.bridgehall.profiles;

import eu.bridgehall.accounts.Memberships;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.Conflict;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.profiles.model.AuthorityTier;
import eu.bridgehall.profiles.model.Contact;
import eu.bridgehall.profiles.model.PartnerWishes;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.profiles.model.Standing;
import eu.bridgehall.reference.AuthorityTypes;
import eu.bridgehall.reference.Place;
import eu.bridgehall.reference.Places;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts the profile of an authority from what is known of its place. */
@Singleton
public class ProfileStart {
  private static final String MUNICIPALITY = "municipality";
  private static final String UKRAINE = "UA";

  private final ProfileRepository profiles;
  private final ProfileVisibility visibility;
  private final ProfileHistory history;
  private final Organisations organisations;
  private final Memberships memberships;
  private final Places places;
  private final AuthorityTypes types;
  private final ProfileSettings settings;
  private final Clock clock;

  ProfileStart(
      ProfileRepository profiles,
      ProfileVisibility visibility,
      ProfileHistory history,
      Organisations organisations,
      Memberships memberships,
      Places places,
      AuthorityTypes types,
      ProfileSettings settings,
      Clock clock) {
    this.profiles = profiles;
    this.visibility = visibility;
    this.history = history;
    this.organisations = organisations;
    this.memberships = memberships;
    this.places = places;
    this.types = types;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Starts a draft; whoever does becomes its owner. An account exists only once its address is
   * confirmed, so being signed in is enough.
   *
   * @throws Conflict {@code profiles.placeTaken} with the authority that has the place, which can
   *     be claimed; {@code profiles.placeYours} where it is the person's own
   * @throws Invalid naming {@code placeId}, {@code katottg} or {@code type}
   */
  @Transactional
  public Profile start(Actor actor, StartAuthority request) {
    UUID person = actor.person();
    if (!actor.isSecretariat() && profiles.countUnconfirmed(person) >= settings.maxUnconfirmed()) {
      throw new Conflict("profiles.tooManyUnconfirmed", Map.of("max", settings.maxUnconfirmed()));
    }
    Profile profile = create(actor, request, false);
    memberships.put(actor, profile.id(), person, MemberRole.OWNER);
    return profile;
  }

  /** The authorities by which these places are taken; a place that is free has none. */
  @Transactional(readOnly = true)
  public List<PlaceHolder> listHolders(Collection<Long> placeIds) {
    return placeIds.isEmpty() ? List.of() : profiles.listHolders(placeIds);
  }

  /** Of those by which these places are taken the ones of which the actor may see something. */
  @Transactional(readOnly = true)
  public List<PlaceHolder> listVisibleHolders(Actor actor, Collection<Long> placeIds) {
    List<PlaceHolder> holders = listHolders(placeIds);
    Map<UUID, ProfilePart> seen =
        visibility.parts(
            actor, profiles.list(holders.stream().map(PlaceHolder::authority).toList()));
    return holders.stream()
        .filter(h -> seen.getOrDefault(h.authority(), ProfilePart.NOTHING) != ProfilePart.NOTHING)
        .toList();
  }

  /** What the type of an authority of this place is, where nobody says another. */
  public static String usualType(Place place) {
    return place.katottg() == null ? MUNICIPALITY : AuthorityTypes.HROMADA;
  }

  /** Starts one without a member, marked as made for the demonstration. */
  Profile startDemo(StartAuthority request) {
    return create(Actor.service(), request, true);
  }

  private Profile create(Actor actor, StartAuthority request, boolean demo) {
    Place place = place(request);
    String type = type(request, place);
    AuthorityTier tier = AuthorityTier.of(type);
    profiles.findHolder(place.id(), tier).ifPresent(holder -> refuse(actor, holder));
    Organisation organisation = organisations.createAuthority(place.countryCode(), place.name());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Profile profile =
        new Profile(
            organisation.id(),
            1,
            ProfileStatus.DRAFT,
            null,
            tier,
            place.countryCode(),
            place.id(),
            tier == AuthorityTier.LOCAL ? place.katottg() : null,
            place.regionPath(),
            place.position(),
            demo,
            actor.personId(),
            now,
            now,
            null,
            null,
            null,
            null,
            content(place, type, tier));
    if (!profiles.add(profile)) {
      // somebody was faster: by now her transaction is over and the holder is to be seen
      refuse(actor, profiles.findHolder(place.id(), tier).orElse(null));
    }
    history.record(
        actor,
        Set.of(demo ? Standing.SERVICE : Standing.OWNER),
        ProfileAction.START,
        null,
        profile,
        ProfileHistory.Why.NONE);
    return profile;
  }

  private static void refuse(Actor actor, @Nullable UUID holder) {
    if (holder == null) {
      throw new Conflict("profiles.placeTaken");
    }
    throw new Conflict(
        actor.authorities().containsKey(holder) ? "profiles.placeYours" : "profiles.placeTaken",
        Map.of("authority", holder.toString()));
  }

  private Place place(StartAuthority request) {
    if (request.katottg() != null) {
      if (request.placeId() != null) {
        throw new Invalid("katottg", "profiles.placeOrKatottg");
      }
      return places
          .findByKatottg(request.katottg())
          .orElseThrow(() -> new Invalid("katottg", "profiles.unknownKatottg"));
    }
    if (request.placeId() == null) {
      throw new Invalid("placeId", "profiles.placeOrKatottg");
    }
    return places
        .find(request.placeId())
        .orElseThrow(() -> new Invalid("placeId", "error.placeUnknown"));
  }

  private String type(StartAuthority request, Place place) {
    if (request.type() == null) {
      return usualType(place);
    }
    return types.require(request.type(), place.countryCode(), "type").id();
  }

  /** The figures are the municipality's or hromada's: a county or region starts without them. */
  private ProfileContent content(Place place, String type, AuthorityTier tier) {
    boolean local = tier == AuthorityTier.LOCAL;
    boolean hidden = isHidden(place, type);
    Long population = local ? place.population() : null;
    return new ProfileContent(
        type,
        place.name(),
        place.nameForms().stream().limit(ProfileCheck.MAX_NAME_FORMS).toList(),
        false,
        population == null ? null : Math.toIntExact(population),
        local ? place.populationYear() : null,
        local ? source(place.populationOf()) : null,
        local ? place.areaKm2() : null,
        local ? place.degreeOfUrbanisation() : null,
        place.traits(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        PartnerWishes.NONE,
        List.of(),
        local ? place.networks() : List.of(),
        List.of(),
        Contact.NONE,
        null,
        ProfileContent.PUBLIC,
        hidden,
        hidden);
  }

  private boolean isHidden(Place place, String type) {
    return AuthorityTypes.HROMADA.equals(type)
        || (UKRAINE.equals(place.countryCode())
            && place.regionPath().stream()
                .anyMatch(r -> settings.hiddenOblasts().stream().anyMatch(r::startsWith)));
  }

  private static @Nullable String source(@Nullable String populationOf) {
    return switch (populationOf) {
      case "hromada" -> "State Statistics Service of Ukraine";
      case "municipality" -> "Eurostat LAU";
      case "place" -> "GeoNames";
      case null, default -> null;
    };
  }
}
