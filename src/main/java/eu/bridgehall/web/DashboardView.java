package eu.bridgehall.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a person, and how her authorities stand.
 *
 * @param tasks what waits, the most urgent first
 * @param invitations open ones to her address
 */
public record DashboardView(
    List<Task> tasks, List<Card> authorities, List<Invitation> invitations, boolean reviews) {
  public DashboardView {
    tasks = List.copyOf(tasks);
    authorities = List.copyOf(authorities);
    invitations = List.copyOf(invitations);
  }

  /**
   * Something that waits.
   *
   * @param what the end of the message key of its sentence
   * @param link where it is done
   */
  public record Task(String what, Map<String, Object> arguments, String link) {
    public Task {
      arguments = Map.copyOf(arguments);
    }
  }

  /**
   * An authority of hers.
   *
   * @param role id of her role in it
   * @param status id of its profile's status
   * @param completeness 0 to 100
   * @param due until when the profile is to be confirmed again; null where it never was
   * @param returned what was said when it was returned; null where it was not, or nothing was said
   * @param top the best matches; empty where there are none yet
   * @param matched whether partners are suggested to it at all
   */
  public record Card(
      Reader.ActsFor authority,
      String role,
      String status,
      int completeness,
      @Nullable Instant due,
      boolean dueSoon,
      @Nullable String returned,
      List<MatchesView.Card> top,
      boolean matched) {
    public Card {
      top = List.copyOf(top);
    }
  }

  /** An invitation to an authority. */
  public record Invitation(UUID id, String authority, String role, Instant expires) {}
}
