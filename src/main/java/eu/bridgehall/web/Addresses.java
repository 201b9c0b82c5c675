package eu.bridgehall.web;

import java.util.Locale;
import java.util.UUID;

/** Addresses that pages of one area give for those of another. */
public final class Addresses {
  /** The yearly transparency report. */
  public static final String TRANSPARENCY = "/transparency";

  /** Where a town is found and its registration begins. */
  public static final String REGISTER = "/register";

  /** Everything that waits for somebody of the secretariat or of an association. */
  public static final String MODERATION = "/moderation";

  /** What automatic signals have found. */
  public static final String FLAGS = MODERATION + "/flags";

  /** The profiles that wait to be confirmed. */
  public static final String REVIEW = "/review";

  /** The introductions that wait to be let through. */
  public static final String REVIEW_INTRODUCTIONS = "/review/introductions";

  /** What was reported. */
  public static final String REPORTS = "/moderation/reports";

  /** What was decided about reports and authorities. */
  public static final String DECISIONS = "/moderation/decisions";

  /** The appeals against decisions. */
  public static final String APPEALS = "/moderation/appeals";

  /** The decisions that concern the reader. */
  public static final String OWN_DECISIONS = "/decisions";

  /** The moderation rules. */
  public static final String RULES = "/rules";

  /** A section of the moderation rules, by its code. */
  public static String rule(String code) {
    return RULES + "#" + code.toLowerCase(Locale.ROOT);
  }

  /** What the reader has reported. */
  public static final String OWN_REPORTS = "/reports";

  /** The accounts about which the secretariat decides. */
  public static final String ACCOUNTS = "/moderation/accounts";

  /** An account, for those who decide about it. */
  public static String account(UUID person) {
    return ACCOUNTS + "/" + person;
  }

  /** A decision, for those who decide. */
  public static String decision(UUID id) {
    return DECISIONS + "/" + id;
  }

  /** Somebody who reports, for those who decide about her reports. */
  public static String reporter(UUID person) {
    return "/moderation/people/" + person;
  }

  /** Where those who decide do so about an authority. */
  public static String moderate(UUID authority) {
    return "/moderation/authorities/" + authority;
  }

  /** The claims that wait for a decision. */
  public static final String REVIEW_CLAIMS = "/review/claims";

  /** The mails that could not be delivered. */
  public static final String DEAD_MAILS = "/admin/mails";

  /** The log of who did what to whom. */
  public static final String AUDIT = "/admin/audit";

  /** The accounts. */
  public static final String PEOPLE = "/admin/people";

  /** An account, for administrators. */
  public static String person(UUID id) {
    return PEOPLE + "/" + id;
  }

  /** The national associations. */
  public static final String ASSOCIATIONS = "/admin/associations";

  /** An association, for administrators. */
  public static String association(UUID id) {
    return ASSOCIATIONS + "/" + id;
  }

  /** The requests to be made owner of an authority. */
  public static final String REVIEW_OWNERSHIP = "/review/ownership";

  /** Where a second factor that was lost is taken away. */
  public static final String SECOND_FACTORS = "/admin/second-factors";

  /** The rules by which introductions are reviewed. */
  public static final String REVIEW_RULES = "/review/rules";

  /** The pairs that are kept apart. */
  public static final String FORBIDDEN_PAIRS = "/review/forbidden-pairs";

  /** What associations and the secretariat propose to authorities. */
  public static final String PROPOSALS = "/review/proposals";

  /** The form that proposes a partner to an authority. */
  public static String propose(UUID one) {
    return PROPOSALS + "/new?one=" + one;
  }

  /** The form that keeps an authority and another one apart. */
  public static String forbid(UUID one) {
    return FORBIDDEN_PAIRS + "/new?one=" + one;
  }

  private Addresses() {}

  /** The page of an authority. */
  public static String authority(UUID id) {
    return "/authorities/" + id;
  }

  /** Where the profile of an authority is written, at the first step that is not done. */
  public static String edit(UUID id) {
    return authority(id) + "/edit";
  }

  /** A step in which the profile of an authority is written. */
  public static String edit(UUID id, EditStep step) {
    return edit(id) + "/" + step.id();
  }

  /** Where the profile of an authority is paused, resumed and so on, with its history. */
  public static String manage(UUID id) {
    return authority(id) + "/manage";
  }

  /** Where a place is registered, once it was found. */
  public static String register(long place) {
    return REGISTER + "/" + place;
  }

  /** The form that asks to act for an authority that others have registered. */
  public static String claim(UUID authority) {
    return "/claims/new?authority=" + authority;
  }

  /** The suggestions made to an authority. */
  public static String matches(UUID authority) {
    return "/matches?authority=" + authority;
  }

  /** The form that asks for an introduction. */
  public static String ask(UUID from, UUID to) {
    return "/introductions/new?from=" + from + "&to=" + to;
  }

  /** Who owns an authority, and who may from now on. */
  public static String ownership(UUID authority) {
    return "/authorities/" + authority + "/ownership";
  }

  /** Who acts for an authority. */
  public static String members(UUID authority) {
    return "/authorities/" + authority + "/members";
  }
}
