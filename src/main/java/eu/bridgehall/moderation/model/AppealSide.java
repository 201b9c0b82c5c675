package eu.bridgehall.moderation.model;

import eu.bridgehall.kernel.Coded;

/** For whom somebody appeals: each of them can do so once. */
public enum AppealSide implements Coded {
  /** For herself, who has written what the decision is about. */
  AUTHOR,
  /** For the authority that the decision concerns. */
  AUTHORITY
}
