package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Coded;

/** What people accept who have an account. */
public enum LegalDocument implements Coded {
  /** The terms of use. */
  TERMS,
  /** What is kept of people, which they take note of. */
  PRIVACY,
  /** What is not allowed, what follows, and how to appeal. */
  RULES
}
