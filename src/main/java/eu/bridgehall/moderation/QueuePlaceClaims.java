package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.waiting.WaitingItem;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.platform.waiting.WaitingQuery;
import eu.bridgehall.profiles.WaitingClaims;
import eu.bridgehall.profiles.model.ClaimKind;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Claims on authorities that others have registered. */
@Singleton
class QueuePlaceClaims implements QueueSource {
  private final WaitingClaims claims;

  QueuePlaceClaims(WaitingClaims claims) {
    this.claims = claims;
  }

  @Override
  public Set<WaitingKind> kinds() {
    return EnumSet.of(WaitingKind.CLAIM, WaitingKind.DISPUTE);
  }

  @Override
  public List<WaitingItem> list(Actor actor, WaitingKind kind, WaitingQuery query) {
    return claims.list(actor, kindOf(kind), query);
  }

  @Override
  public long count(Actor actor, WaitingKind kind, WaitingQuery query) {
    return claims.count(actor, kindOf(kind), query);
  }

  private static ClaimKind kindOf(WaitingKind kind) {
    return kind == WaitingKind.DISPUTE ? ClaimKind.DISPUTE : ClaimKind.JOIN;
  }
}
