package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Coded;

/** Why something is reported. */
public enum ReportReason implements Coded {
  /** Advertising, or the same text to many. */
  SPAM,
  /** It tries to get money, passwords or data by deceit. */
  FRAUD,
  /** Insults, threats or hatred. */
  ABUSE,
  /** Somebody writes for an authority that is not theirs. */
  IMPERSONATION,
  /** It gives away data of people, or what endangers them. */
  PRIVACY,
  /** Something else, which the text tells. */
  OTHER
}
