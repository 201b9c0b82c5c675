package eu.bridgehall.web;

import eu.bridgehall.accounts.SessionRow;
import java.util.List;

/**
 * A person's own account.
 *
 * @param notices the kinds of mail that she can do without
 * @param sessions the open ones, last used first
 */
public record AccountView(
    String email,
    PersonForm form,
    FormErrors errors,
    List<Membership> memberships,
    List<Notice> notices,
    List<Session> sessions) {
  public AccountView {
    memberships = List.copyOf(memberships);
    notices = List.copyOf(notices);
    sessions = List.copyOf(sessions);
  }

  /** An authority that she acts for, and her role's id. */
  public record Membership(Reader.ActsFor authority, String role) {}

  /** A kind of mail. */
  public record Notice(String kind, boolean wanted) {}

  /** A session, with what is known of the browser in words. */
  public record Session(SessionRow row, ClientName client) {}
}
