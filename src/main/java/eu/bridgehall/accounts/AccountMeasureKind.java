package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Coded;

/** What an administrator does to somebody's account for its safety. */
enum AccountMeasureKind implements Coded {
  /** The sessions end, and a new password must be set. */
  LOCK,
  /** A second factor that was lost is taken away. */
  FACTOR_RESET
}
