package eu.bridgehall.profiles.model;

import java.util.Set;

/** Who sees how much of a profile: the rule, given what is known of the reader. */
public final class VisibleParts {
  private VisibleParts() {}

  /**
   * What is known of a reader.
   *
   * @param standings her capacities before this profile
   * @param takesPart whether she acts for a confirmed authority, an association or the secretariat
   * @param inTouch whether an authority of hers is a partner or has an accepted introduction
   * @param shutOut whether a block or a prohibition stands between every authority of hers and this
   */
  public record Reader(
      Set<Standing> standings, boolean takesPart, boolean inTouch, boolean shutOut) {}

  /** The part that the reader sees of a profile in this status and with this visibility. */
  public static ProfilePart of(ProfileStatus status, boolean isPublic, Reader reader) {
    if (!reader.standings().isEmpty()) {
      return ProfilePart.ALL;
    }
    if (reader.shutOut()) {
      return status == ProfileStatus.CONFIRMED && isPublic
          ? ProfilePart.PUBLIC
          : ProfilePart.NOTHING;
    }
    if (reader.inTouch() && status.takesPart()) {
      return ProfilePart.CONTACT;
    }
    if (status != ProfileStatus.CONFIRMED) {
      return ProfilePart.NOTHING;
    }
    if (reader.takesPart()) {
      return ProfilePart.MEMBERS;
    }
    return isPublic ? ProfilePart.PUBLIC : ProfilePart.NOTHING;
  }
}
