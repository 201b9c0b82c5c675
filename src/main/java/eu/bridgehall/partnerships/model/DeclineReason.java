package eu.bridgehall.partnerships.model;

import eu.bridgehall.kernel.Coded;

/** Why the side that is asked does not want to be put in touch. */
public enum DeclineReason implements Coded {
  NO_CAPACITY,
  ENOUGH_PARTNERS,
  OTHER_THEMES,
  OTHER_SIZE_OR_REGION,
  LANGUAGE,
  NOT_NOW,
  /** Needs a text. */
  OTHER
}
