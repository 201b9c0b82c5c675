package eu.bridgehall.web;

import eu.bridgehall.matching.ToldMatch;
import eu.bridgehall.partnerships.IntroductionResponse;
import eu.bridgehall.partnerships.IntroductionResponse.SideAnswer;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One introduction on its page.
 *
 * @param asker whether the reader is of the authority that asks
 * @param receiver whether the reader is of the authority that is asked, or of one of the two to
 *     which it is proposed
 * @param secondSide whether the reader is of the second side alone
 * @param cooperation names of the kinds of cooperation proposed
 * @param themes names of the themes proposed
 * @param match how well the two fitted when it was asked for; null where that was not kept
 * @param history what has been done, the first first
 * @param declining reasons to decline
 * @param rejecting reasons not to let it through
 * @param form the step that was tried and refused
 * @param mark who works on its review; null for all but reviewers, and once it is decided
 */
public record IntroductionView(
    IntroductionResponse it,
    Side from,
    Side to,
    boolean asker,
    boolean receiver,
    boolean secondSide,
    List<String> cooperation,
    List<String> themes,
    @Nullable ToldMatch match,
    List<Event> history,
    List<Option> declining,
    List<Option> rejecting,
    IntroductionStepForm form,
    FormErrors errors,
    @Nullable QueueMark mark) {
  private static final Set<String> EXPLAINED =
      Set.of("pending-review", "sent", "rejected", "expired", "ended");

  public IntroductionView {
    cooperation = List.copyOf(cooperation);
    themes = List.copyOf(themes);
    history = List.copyOf(history);
    declining = List.copyOf(declining);
    rejecting = List.copyOf(rejecting);
  }

  /** An authority, with the name of its country. */
  public record Side(UUID id, String name, String country) {}

  /**
   * Something that was done.
   *
   * @param what the end of a message key
   * @param by name of the colleague who did it; null where the reader does not learn it
   * @param reason in words; null where it needs none
   */
  public record Event(
      String what,
      Instant at,
      Map<String, String> arguments,
      @Nullable String by,
      @Nullable String reason,
      @Nullable String text) {
    public Event {
      arguments = Map.copyOf(arguments);
    }
  }

  /**
   * One introduction in a list.
   *
   * @param waits whether it waits for the reader
   */
  public record Row(IntroductionResponse it, Side from, Side to, boolean waits) {}

  /** Whether the reader can take this step now. */
  public boolean can(String action) {
    return it.actions().contains(action);
  }

  /** Whether its state needs words: who has it now, for somebody who can but wait. */
  public boolean explained() {
    return EXPLAINED.contains(it.status()) && !can("accept") && !can("approve") && !proposed();
  }

  /** The side that the reader is not of; of both of hers, the second. */
  public Side other() {
    return asker || (proposed() && !secondSide) ? to : from;
  }

  /** Whether an association or the secretariat proposes it to both. */
  public boolean proposed() {
    return it.proposedBy() != null;
  }

  /** What the reader's side has answered to a proposal; null while it has not. */
  public @Nullable SideAnswer own() {
    return it.sideAnswers().stream()
        .filter(a -> a.authority().equals(secondSide ? to.id() : from.id()))
        .findFirst()
        .orElse(null);
  }

  /** Whether the reader's side has answered and the other has not. */
  public boolean waitsForOther() {
    return proposed() && IntroductionStatus.SENT.id().equals(it.status()) && own() != null;
  }

  /** Whether the reader can take any step now. */
  public boolean canAny() {
    return !it.actions().isEmpty();
  }

  /** Whether the conversation is about to be opened for its reader. */
  public boolean opening() {
    return (asker || receiver)
        && IntroductionStatus.ACCEPTED.id().equals(it.status())
        && it.conversationId() == null;
  }
}
