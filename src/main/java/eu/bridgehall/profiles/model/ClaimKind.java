package eu.bridgehall.profiles.model;

import eu.bridgehall.kernel.Coded;

/** What somebody wants who claims an authority. */
public enum ClaimKind implements Coded {
  /** To act for it together with its members. */
  JOIN,
  /** To act for it in place of those who do: a reviewer decides. */
  DISPUTE
}
