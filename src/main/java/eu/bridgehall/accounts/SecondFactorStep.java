package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Coded;

/** What has become of somebody's second factor, of which she is told. */
public enum SecondFactorStep implements Coded {
  ON,
  OFF,
  /** Somebody signed in with a recovery code. */
  RECOVERY,
  /** New recovery codes were made; the old ones are worth nothing. */
  CODES,
  /** The secretariat has taken it away, for somebody who has lost it. */
  RESET
}
