package eu.bridgehall.web;

import eu.bridgehall.accounts.SecondFactors;
import eu.bridgehall.accounts.SessionRow;
import java.util.List;

/**
 * A person's own account.
 *
 * @param notices the kinds of mail of which she can choose how they come
 * @param deliveries how that can be
 * @param sessions the open ones, last used first
 * @param secondFactor how it stands with it
 */
public record AccountView(
    String email,
    PersonForm form,
    FormErrors errors,
    List<Membership> memberships,
    List<Notice> notices,
    List<Option> deliveries,
    List<Session> sessions,
    SecondFactors.Status secondFactor) {
  public AccountView {
    memberships = List.copyOf(memberships);
    notices = List.copyOf(notices);
    deliveries = List.copyOf(deliveries);
    sessions = List.copyOf(sessions);
  }

  /** An authority that she acts for, and her role's id. */
  public record Membership(Reader.ActsFor authority, String role) {}

  /** A kind of mail, and the id of how it comes. */
  public record Notice(String kind, String delivery) {}

  /** A session, with what is known of the browser in words. */
  public record Session(SessionRow row, ClientName client) {}
}
