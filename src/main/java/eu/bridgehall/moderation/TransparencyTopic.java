package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Coded;

/** What the transparency report tells of. */
public enum TransparencyTopic implements Coded {
  /** What was decided about reports and authorities. */
  DECISIONS,
  /** Submitted profiles, confirmed or returned, and profiles that reviewers have closed. */
  PROFILES,
  /** Who may act for an authority. */
  CLAIMS,
  /** Introductions that were reviewed before they were sent. */
  INTRODUCTIONS,
  /** What was reported. */
  REPORTS,
  APPEALS,
  /** What automatic signals have found. */
  FLAGS
}
