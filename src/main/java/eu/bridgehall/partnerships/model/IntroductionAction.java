package eu.bridgehall.partnerships.model;

import eu.bridgehall.kernel.Coded;

/** A step in the life of an introduction, after it has been asked for. */
public enum IntroductionAction implements Coded {
  APPROVE,
  REJECT,
  ACCEPT,
  DECLINE,
  WITHDRAW,
  /** Taken by the service alone, when nobody has answered in time. */
  EXPIRE,
  /** Taken by the service alone, when the secretariat forbids the pair. */
  END
}
