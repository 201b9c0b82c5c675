package eu.bridgehall.accounts;

/** Why a session was ended. */
enum SessionEnd {
  SIGNED_OUT,
  ENDED_BY_OWNER,
  /** A refresh token was used a second time: it may have been stolen. */
  TOKEN_REUSED,
  PASSWORD_CHANGED,
  /** An administrator has locked the account. */
  LOCKED,
  SUSPENDED,
  /** A second factor was set up, or taken away by an administrator. */
  SECOND_FACTOR
}
