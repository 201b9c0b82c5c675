package eu.bridgehall.notifications;

import eu.bridgehall.kernel.Coded;

/** When the mails of a kind come; on the pages everything stands at once. */
public enum Delivery implements Coded {
  /** Each by itself. */
  AT_ONCE,
  /** All of a day in one. */
  DAILY,
  /** All of a week in one. */
  WEEKLY,
  /** Not at all. */
  OFF
}
