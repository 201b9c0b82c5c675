package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.waiting.WaitingItem;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.platform.waiting.WaitingQuery;
import eu.bridgehall.profiles.WaitingProfiles;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Submitted profiles: new ones, and changed ones that were confirmed before. */
@Singleton
class QueueProfiles implements QueueSource {
  private final WaitingProfiles profiles;
  private final SignalFlagRepository flags;

  QueueProfiles(WaitingProfiles profiles, SignalFlagRepository flags) {
    this.profiles = profiles;
    this.flags = flags;
  }

  @Override
  public Set<WaitingKind> kinds() {
    return EnumSet.of(WaitingKind.PROFILE, WaitingKind.PROFILE_CHANGE);
  }

  @Override
  public boolean hasSignals(WaitingKind kind) {
    return true;
  }

  @Override
  public List<WaitingItem> list(Actor actor, WaitingKind kind, WaitingQuery query) {
    return profiles.list(actor, isChanged(kind), narrowed(query));
  }

  @Override
  public long count(Actor actor, WaitingKind kind, WaitingQuery query) {
    return profiles.count(actor, isChanged(kind), narrowed(query));
  }

  private WaitingQuery narrowed(WaitingQuery query) {
    return query.flagged() ? query.among(flags.subjects(SignalSubject.PROFILE)) : query;
  }

  private static boolean isChanged(WaitingKind kind) {
    return kind == WaitingKind.PROFILE_CHANGE;
  }
}
