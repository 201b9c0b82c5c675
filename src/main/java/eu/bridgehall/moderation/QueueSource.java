package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.waiting.WaitingItem;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.platform.waiting.WaitingQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where things of some kinds wait. A source gives what the actor may decide and nothing else; it
 * answers each question with one indexed query.
 */
interface QueueSource {
  /** The kinds that it has. */
  Set<WaitingKind> kinds();

  /** Whether the actor, who is of the secretariat or an association, decides any of this kind. */
  default boolean isFor(Actor actor, WaitingKind kind) {
    return true;
  }

  /** Whether automatic signals are looked for in things of this kind. */
  default boolean hasSignals(WaitingKind kind) {
    return false;
  }

  /** What waits, in the order in which it should be decided. */
  List<WaitingItem> list(Actor actor, WaitingKind kind, WaitingQuery query);

  /**
   * When the first of them began to wait, of a source where that is not the first to be decided.
   */
  default Optional<Instant> oldest(Actor actor, WaitingKind kind, WaitingQuery query) {
    return Optional.empty();
  }

  /** How many wait. */
  long count(Actor actor, WaitingKind kind, WaitingQuery query);
}
