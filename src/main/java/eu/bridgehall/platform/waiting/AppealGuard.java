package eu.bridgehall.platform.waiting;

import eu.bridgehall.kernel.DomainException;
import java.util.UUID;

/**
 * Keeps what cannot be undone from being done before an appeal could: asked by the features, in the
 * transaction of the step, before it is taken. Moderation above them answers.
 */
public interface AppealGuard {
  /**
   * What has been decided about an authority and its profile is final.
   *
   * @throws DomainException.Conflict while an appeal waits to be decided, or somebody still can
   *     appeal
   */
  void mustBeFinal(UUID authority);
}
