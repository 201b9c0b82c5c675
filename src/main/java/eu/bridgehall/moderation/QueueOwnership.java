package eu.bridgehall.moderation;

import eu.bridgehall.accounts.WaitingOwnership;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.waiting.WaitingItem;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.platform.waiting.WaitingQuery;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Requests to be made owner of an authority whose owner is gone. */
@Singleton
class QueueOwnership implements QueueSource {
  private final WaitingOwnership requests;

  QueueOwnership(WaitingOwnership requests) {
    this.requests = requests;
  }

  @Override
  public Set<WaitingKind> kinds() {
    return EnumSet.of(WaitingKind.OWNERSHIP);
  }

  @Override
  public List<WaitingItem> list(Actor actor, WaitingKind kind, WaitingQuery query) {
    return requests.list(actor, query);
  }

  @Override
  public long count(Actor actor, WaitingKind kind, WaitingQuery query) {
    return requests.count(actor, query);
  }
}
