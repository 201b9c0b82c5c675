package eu.bridgehall.profiles.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
  /** How many needs, how many offers and how many shared interests there can be. */
  public static final int MAX_THEMES = 12;

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
  public boolean openToAll() {
    return PUBLIC.equals(visibility);
  }

  /** The same with other lists and another contact. */
  public ProfileContent with(
      List<ThemeLine> nextNeeds,
      List<ThemeLine> nextOffers,
      List<ThemeLine> nextInterests,
      List<ProfileText> nextTexts,
      List<Twinning> nextTwinnings,
      Contact nextContact) {
    return new ProfileContent(
        type,
        officialName,
        nameForms,
        militaryAdministration,
        population,
        populationYear,
        populationSource,
        areaKm2,
        degurba,
        traits,
        website,
        nextNeeds,
        nextOffers,
        nextInterests,
        cooperationTypes,
        languages,
        wishes,
        nextTexts,
        memberships,
        nextTwinnings,
        nextContact,
        capacity,
        visibility,
        positionHidden,
        contactHidden);
  }

  /**
   * What somebody sees of it to whom this part is open. Notes, ideas, wishes and capacity are for
   * those who take part; of the wishes, only that a Ukrainian partner is sought is public. A hidden
   * contact takes the website with it: the one leads to the other.
   */
  public ProfileContent shownTo(ProfilePart part) {
    if (part == ProfilePart.ALL) {
      return this;
    }
    boolean members = part.includes(ProfilePart.MEMBERS);
    boolean reached = part.includes(ProfilePart.CONTACT) && !contactHidden;
    return new ProfileContent(
        type,
        officialName,
        nameForms,
        militaryAdministration,
        population,
        populationYear,
        populationSource,
        areaKm2,
        degurba,
        traits,
        contactHidden ? null : website,
        members ? needs : withoutNotes(needs),
        members ? offers : withoutNotes(offers),
        members ? interests : withoutNotes(interests),
        cooperationTypes,
        languages,
        members ? wishes : wishes.openPart(),
        members ? texts : summaries(),
        memberships,
        twinnings,
        reached ? contact : Contact.NONE,
        members ? capacity : null,
        visibility,
        positionHidden,
        contactHidden);
  }

  private static List<ThemeLine> withoutNotes(List<ThemeLine> lines) {
    return lines.stream().map(l -> new ThemeLine(l.theme(), null)).toList();
  }

  /** The summaries, without the project ideas. */
  public List<ProfileText> summaries() {
    return texts.stream().filter(t -> ProfileText.SUMMARY.equals(t.kind())).toList();
  }

  /** The texts on projects, which those read who take part themselves. */
  public List<ProfileText> ideas() {
    return texts.stream().filter(t -> ProfileText.IDEA.equals(t.kind())).toList();
  }

  /** Whether what a confirmation vouches for is the same in both: the type and official name. */
  public boolean hasIdentityOf(ProfileContent other) {
    return Objects.equals(type, other.type) && Objects.equals(officialName, other.officialName);
  }

  /** An unmodifiable copy; nulls stay, so that the check can name their place in the list. */
  static <T> List<T> kept(@Nullable List<T> list) {
    return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
  }
}
