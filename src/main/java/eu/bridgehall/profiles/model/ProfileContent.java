package eu.bridgehall.profiles.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the members of an authority write in its profile. A list that is left out is empty; whether
 * the values are right is checked when it is stored.
 *
 * @param type id of the authority's type
 * @param nameForms other names and spellings
 * @param militaryAdministration whether a military administration governs it at present
 * @param populationYear the year that the population is of
 * @param degurba degree of urbanisation: 1 city, 2 town or suburb, 3 rural
 * @param traits ids of territory traits
 * @param interests themes on which it wants to exchange, neither seeking nor giving
 * @param languages working languages (ISO 639-1)
 * @param memberships ids of networks
 * @param capacity how many more partners it accepts; 0 hides it from matches, null is unstated
 * @param visibility {@code public} or {@code members}: who sees the profile once it is confirmed
 * @param positionHidden whether others get a position rounded to half a degree
 * @param contactHidden whether contact and website are kept even from accepted introductions
 */
public record ProfileContent(
    @Nullable String type,
    @Nullable String officialName,
    List<String> nameForms,
    boolean militaryAdministration,
    @Nullable Integer population,
    @Nullable Integer populationYear,
    @Nullable String populationSource,
    @Nullable Double areaKm2,
    @Nullable Integer degurba,
    List<String> traits,
    @Nullable String website,
    List<ThemeLine> needs,
    List<ThemeLine> offers,
    List<ThemeLine> interests,
    List<String> cooperationTypes,
    List<String> languages,
    PartnerWishes wishes,
    List<ProfileText> texts,
    List<String> memberships,
    List<Twinning> twinnings,
    Contact contact,
    @Nullable Integer capacity,
    @Nullable String visibility,
    boolean positionHidden,
    boolean contactHidden) {
  /** The profile is open to everybody. */
  public static final String PUBLIC = "public";

  /** Only those who act for a confirmed authority, an association or the secretariat see it. */
  public static final String MEMBERS = "members";

  public ProfileContent {
    nameForms = kept(nameForms);
    traits = kept(traits);
    needs = kept(needs);
    offers = kept(offers);
    interests = kept(interests);
    cooperationTypes = kept(cooperationTypes);
    languages = kept(languages);
    wishes = wishes == null ? PartnerWishes.NONE : wishes;
    texts = kept(texts);
    memberships = kept(memberships);
    twinnings = kept(twinnings);
    contact = contact == null ? Contact.NONE : contact;
    visibility = visibility == null ? PUBLIC : visibility;
  }

  /** Whether other authorities and strangers may see it once it is confirmed. */
  public boolean isPublic() {
    return PUBLIC.equals(visibility);
  }

  /** The summaries, without the project ideas. */
  public List<ProfileText> summaries() {
    return texts.stream().filter(t -> ProfileText.SUMMARY.equals(t.kind())).toList();
  }

  /** Whether what a confirmation vouches for is the same in both: the type and official name. */
  public boolean hasIdentityOf(ProfileContent other) {
    return java.util.Objects.equals(type, other.type)
        && java.util.Objects.equals(officialName, other.officialName);
  }

  /** An unmodifiable copy; nulls stay, so that the check can name their place in the list. */
  static <T> List<T> kept(@Nullable List<T> list) {
    return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
  }
}
