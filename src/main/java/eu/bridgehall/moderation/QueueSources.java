package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.Forbidden;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.platform.waiting.WaitingQuery;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sources of the queue, and who may look into which. */
@Singleton
class QueueSources {
  private final Map<WaitingKind, QueueSource> sources = new EnumMap<>(WaitingKind.class);

  QueueSources(List<QueueSource> all) {
    all.forEach(source -> source.kinds().forEach(kind -> sources.put(kind, source)));
  }

  /**
   * The kinds that the actor decides.
   *
   * @throws Forbidden for those who are neither of the secretariat nor of an association
   */
  List<WaitingKind> kinds(Actor actor) {
    actor.person();
    if (!actor.isSecretariat() && actor.associations().isEmpty()) {
      throw new Forbidden("moderation.queue.forbidden");
    }
    return Arrays.stream(WaitingKind.values())
        .filter(
            kind -> {
              QueueSource source = find(kind);
              return source != null && source.isFor(actor, kind);
            })
        .toList();
  }

  /** Where things of this kind wait. */
  QueueSource get(WaitingKind kind) {
    QueueSource source = find(kind);
    if (source == null) {
      throw new IllegalStateException("Nothing waits as " + kind);
    }
    return source;
  }

  /**
   * Refuses what does not wait for the actor.
   *
   * @throws Forbidden for those who decide nothing at all
   * @throws NotFound where it does not wait, or not for her
   */
  void requireWaiting(Actor actor, WaitingKind kind, UUID subject) {
    if (!kinds(actor).contains(kind)
        || get(kind).list(actor, kind, WaitingQuery.one(subject)).isEmpty()) {
      throw new NotFound("moderation.queue.notFound");
    }
  }

  private @Nullable QueueSource find(WaitingKind kind) {
    return sources.get(kind);
  }
}
