package eu.bridgehall.web;

import eu.bridgehall.matching.MatchLooks;
import eu.bridgehall.moderation.QueueClaimed;
import eu.bridgehall.moderation.QueueSummary;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a person, and how her authorities stand.
 *
 * @param tasks what she has to do: what has a day first, the next day first, then what has waited
 *     longest
 * @param waits what others have to do before she can go on, in the same order
 * @param invitations open ones to her address
 * @param queue what waits in the queue for her; null where she decides nothing of it
 */
public record DashboardView(
    List<Task> tasks,
    List<Task> waits,
    List<Card> authorities,
    List<Invitation> invitations,
    @Nullable Queued queue) {
  public DashboardView {
    tasks = List.copyOf(tasks);
    waits = List.copyOf(waits);
    authorities = List.copyOf(authorities);
    invitations = List.copyOf(invitations);
  }

  /** Whether she decides about others. */
  public boolean reviews() {
    return queue != null;
  }

  /**
   * What waits in the queue.
   *
   * @param kinds those of which anything waits
   */
  public record Queued(List<QueueSummary> kinds) {
    public Queued {
      kinds = List.copyOf(kinds);
    }

    /** How many things she has taken on. */
    public long mine() {
      return kinds.stream().mapToLong(QueueSummary::mine).sum();
    }

    /** The queue with the things of a kind alone. */
    public String address(QueueSummary kind) {
      return Addresses.MODERATION + "?kind=" + kind.kind();
    }

    /** The queue with what she has taken on. */
    public String mineAddress() {
      return Addresses.MODERATION + "?claimed=" + QueueClaimed.MINE.id();
    }
  }

  /**
   * Something that waits.
   *
   * @param what the end of the message key of its sentence
   * @param count how many of it; null where it is one thing
   * @param authority whose it is; null where it is the person's own
   * @param link where it is done, or seen
   * @param since when it began to wait, of several the oldest; null where that does not matter
   * @param stale whether that is long ago
   * @param until when it has to be done; null where there is no such day
   */
  public record Task(
      String what,
      @Nullable Long count,
      Reader.@Nullable ActsFor authority,
      String link,
      @Nullable Instant since,
      boolean stale,
      @Nullable Instant until) {
    /** What fills its sentence. */
    public Map<String, Object> arguments() {
      Map<String, Object> arguments = new HashMap<>();
      if (count != null) {
        arguments.put("count", count);
      }
      if (authority != null) {
        arguments.put("authority", authority.name());
      }
      return arguments;
    }
  }

  /**
   * An authority of hers.
   *
   * @param role id of her role in it
   * @param status id of its profile's status
   * @param completeness 0 to 100
   * @param raises what would raise it most; empty where she cannot write now
   * @param returned what was said when it was returned; null where it was not, or nothing was said
   * @param top the best matches; empty where there are none yet
   * @param newMatches how many of the first suggestions are new since she last saw the list; of
   *     more than are looked at nothing is known
   * @param matched whether partners are suggested to it at all
   */
  public record Card(
      Reader.ActsFor authority,
      String role,
      String status,
      int completeness,
      List<EditView.Raise> raises,
      Freshness fresh,
      @Nullable String returned,
      List<MatchesView.Card> top,
      int newMatches,
      boolean matched) {
    public Card {
      raises = List.copyOf(raises);
      top = List.copyOf(top);
    }

    /** Whether the best stand in another order than their scores. */
    public boolean reordered() {
      return IntStream.range(1, top.size())
          .anyMatch(i -> top.get(i).match().score().compareTo(top.get(i - 1).match().score()) > 0);
    }

    /** Whether as many are new as are counted at the most, so that there may be more. */
    public boolean allNew() {
      return newMatches == MatchLooks.FIRST;
    }
  }

  /**
   * How fresh a profile is.
   *
   * @param version of the profile, which a reconfirmation is about
   * @param submitted when it was submitted; null where it never was
   * @param confirmed when somebody last said that it is right; null where nobody ever did
   * @param due until when it is to be confirmed again; null where it does not take part, or its
   *     people have paused it
   * @param until that day, or the day on which it is hidden where that day has passed
   * @param dueSoon whether that is so near that its people are reminded, or past
   * @param lapsed whether it is hidden because nobody reconfirmed it in time
   * @param byReader whether the reader may reconfirm it
   */
  public record Freshness(
      long version,
      @Nullable Instant submitted,
      @Nullable Instant confirmed,
      @Nullable Instant due,
      @Nullable Instant until,
      boolean dueSoon,
      boolean lapsed,
      boolean byReader) {}

  /** An invitation to an authority. */
  public record Invitation(UUID id, String authority, String role, Instant expires) {}
}
