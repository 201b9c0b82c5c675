package eu.bridgehall.platform.waiting;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import java.util.UUID;

/**
 * Keeps two people from deciding the same: asked by the features, in the transaction of the
 * decision, before it is taken. The queue above them answers.
 */
public interface DecisionGuard {
  /**
   * The actor decides this now; what she has taken on is done with it.
   *
   * @throws DomainException.Conflict where somebody else has taken it on
   */
  void deciding(Actor actor, WaitingKind kind, UUID subject);

  /**
   * The actor does something to this that leaves it waiting.
   *
   * @throws DomainException.Conflict where somebody else has taken it on
   */
  void working(Actor actor, WaitingKind kind, UUID subject);
}
