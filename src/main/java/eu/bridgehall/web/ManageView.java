package eu.bridgehall.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a profile stands, what can be done with it, and what has become of it.
 *
 * @param steps ids of what the reader can do now
 * @param kept whether a decision of the secretariat keeps it from being closed
 * @param mayWrite whether the reader can change what is written
 * @param member whether the reader is a member; else she oversees it
 * @param readsOnly whether the reader is a member who may look and no more
 * @param due until when it is to be confirmed again; null where it never was
 * @param history the latest first
 */
public record ManageView(
    UUID id,
    String name,
    String status,
    long version,
    Set<String> steps,
    boolean kept,
    boolean mayWrite,
    boolean member,
    boolean readsOnly,
    int completeness,
    @Nullable Instant due,
    EditView.@Nullable Returned returned,
    List<Line> history,
    @Nullable String newer,
    @Nullable String older,
    FormErrors errors) {
  public ManageView {
    steps = Set.copyOf(steps);
    history = List.copyOf(history);
  }

  /**
   * Something that was done with the profile.
   *
   * @param action id of the step
   * @param actedAs in what capacity, in the reader's language
   * @param person name of a member; null for others
   * @param to id of the status after it
   * @param fields names of what was changed, in the reader's language
   * @param reasons ids of reasons
   * @param text what was said
   * @param decision of the secretariat that has led to it; null where that is none
   */
  public record Line(
      Instant at,
      String action,
      String actedAs,
      @Nullable String person,
      String to,
      List<String> fields,
      List<String> reasons,
      @Nullable String text,
      @Nullable UUID decision) {
    public Line {
      fields = List.copyOf(fields);
      reasons = List.copyOf(reasons);
    }
  }
}
