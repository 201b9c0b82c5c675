package eu.bridgehall.moderation.model;

import eu.bridgehall.kernel.Coded;
import java.util.EnumSet;
import java.util.Set;

/** What a restricted authority, or person, may not do. */
public enum RestrictionScope implements Coded {
  /** Ask for introductions. */
  NO_INTRODUCTIONS,
  /** Change its profile, ask for or accept introductions, and write to other authorities. */
  READ_ONLY,
  /** Report: what a person has sent without reason too often is put aside. */
  NO_REPORTS;

  /** For how many days at the most: three months of reports, by the rules. */
  public int mostDays() {
    return this == NO_REPORTS ? 92 : 730;
  }

  /** What can be taken away by a decision about such a thing. */
  public static Set<RestrictionScope> about(SubjectKind subject) {
    return subject == SubjectKind.REPORTER
        ? EnumSet.of(NO_REPORTS)
        : EnumSet.of(NO_INTRODUCTIONS, READ_ONLY);
  }
}
