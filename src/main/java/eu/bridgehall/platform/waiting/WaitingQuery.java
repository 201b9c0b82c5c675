package eu.bridgehall.platform.waiting;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the things that wait are asked for; the longest-waiting come first.
 *
 * @param country ISO 3166-1 alpha-2, one that the reader oversees; null for all that she does
 * @param only these alone; null for all
 * @param without none of these
 * @param flagged only those in which automatic signals have found something
 * @param limit how many to give at the most
 */
public record WaitingQuery(
    @Nullable String country,
    @Nullable Collection<UUID> only,
    Collection<UUID> without,
    boolean flagged,
    int limit) {
  public WaitingQuery {
    only = only == null ? null : List.copyOf(only);
    without = List.copyOf(without);
  }

  /** One thing alone. */
  public static WaitingQuery one(UUID subject) {
    return new WaitingQuery(null, List.of(subject), List.of(), false, 1);
  }

  /** The same, of these alone. */
  public WaitingQuery among(Collection<UUID> subjects) {
    List<UUID> both =
        only == null ? List.copyOf(subjects) : only.stream().filter(subjects::contains).toList();
    return new WaitingQuery(country, both, without, flagged, limit);
  }

  /** Whether nothing can be among it. */
  public boolean isEmpty() {
    return only != null && only.isEmpty();
  }
}
