package eu.bridgehall.kernel;

/** A role that is not bound to one authority or association. */
public enum PlatformRole implements Coded {
  /** A member of the European secretariat: confirms, moderates, pairs. */
  MODERATOR,
  /** The secretariat's system owner: accounts, reference data, weights, audit. */
  ADMINISTRATOR
}
