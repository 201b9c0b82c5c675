package eu.bridgehall.accounts;

/** What a link in a mail is good for. */
public enum LinkKind {
  /** Shows that the address of a sign-up is the person's own; the subject is the sign-up. */
  CONFIRM_EMAIL,
  /** Sets a new password; the subject is the person. */
  RESET_PASSWORD,
  /** Makes whoever has the link a member; the subject is the invitation. */
  INVITATION
}
