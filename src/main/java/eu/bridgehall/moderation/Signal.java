package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.platform.TextSignal;

/** What automatic signals find; it says that somebody should look, and nothing more. */
public enum Signal implements Coded {
  /** The address of a page that is not the authority's own. */
  LINK,
  EMAIL,
  PHONE,
  /** A word of the lists. */
  WORD,
  /** The same text has gone to others. */
  SAME_TEXT,
  /** The address of somebody who has joined has another domain than the authority's website. */
  MAIL_DOMAIN,
  /** Somebody has started many authorities that nobody has confirmed. */
  MANY_PLACES;

  static Signal of(TextSignal found) {
    return switch (found) {
      case LINK -> LINK;
      case EMAIL -> EMAIL;
      case PHONE -> PHONE;
      case WORD -> WORD;
    };
  }
}
