package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is still signed in, for what stays open from one request to the next. To be looked at is not
 * to be used: a page that nobody touches keeps no session alive.
 */
@Singleton
public class OpenSessions {
  private final Actors actors;

  OpenSessions(Actors actors) {
    this.actors = actors;
  }

  /**
   * The actors with their roles as they are now, by session, in one query; a session that has ended
   * and an account that is suspended or closed are no key.
   */
  @Transactional
  public Map<UUID, Actor> find(Collection<UUID> sessions) {
    return sessions.isEmpty()
        ? Map.of()
        : actors.look(sessions).stream()
            .collect(
                Collectors.toMap(
                    actor -> Objects.requireNonNull(actor.sessionId()), Function.identity()));
  }
}
