package eu.bridgehall.moderation.model;

import eu.bridgehall.kernel.Coded;

/** What has come of a correction. */
public enum CorrectionOutcome implements Coded {
  /** It is shown again. */
  RESTORED,
  /** It stays hidden. */
  KEPT
}
