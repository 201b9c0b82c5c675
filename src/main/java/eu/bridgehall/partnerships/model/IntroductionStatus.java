package eu.bridgehall.partnerships.model;

import eu.bridgehall.kernel.Coded;

/** Where an introduction stands. */
public enum IntroductionStatus implements Coded {
  /**
   * Waits for the association of the asker's country or the secretariat; the other side sees
   * nothing.
   */
  PENDING_REVIEW,
  /** Waits for the other side's answer. */
  SENT,
  /** Both agree: they are in touch. */
  ACCEPTED,
  /** The other side does not want it. */
  DECLINED,
  /** The asker has taken it back. */
  WITHDRAWN,
  /** The reviewer did not let it through; the other side has never seen it. */
  REJECTED,
  /** Nobody answered in time. */
  EXPIRED,
  /** Something keeps the two apart by now: a block, or a prohibition. */
  ENDED;

  /** Whether one in this status can have reached the other side. */
  public boolean reaches() {
    return this != PENDING_REVIEW && this != REJECTED;
  }

  /** Whether somebody still has to act on it: two authorities have one such at the most. */
  public boolean isOpen() {
    return this == PENDING_REVIEW || this == SENT;
  }
}
