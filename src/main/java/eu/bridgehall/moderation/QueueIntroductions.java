package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.partnerships.WaitingReviews;
import eu.bridgehall.platform.waiting.WaitingItem;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.platform.waiting.WaitingQuery;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Introductions that wait to be let through. */
@Singleton
class QueueIntroductions implements QueueSource {
  private final WaitingReviews reviews;

  QueueIntroductions(WaitingReviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public Set<WaitingKind> kinds() {
    return EnumSet.of(WaitingKind.INTRODUCTION);
  }

  @Override
  public boolean hasSignals(WaitingKind kind) {
    return true;
  }

  @Override
  public List<WaitingItem> list(Actor actor, WaitingKind kind, WaitingQuery query) {
    return reviews.list(actor, query);
  }

  @Override
  public long count(Actor actor, WaitingKind kind, WaitingQuery query) {
    return reviews.count(actor, query);
  }
}
