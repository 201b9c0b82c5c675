package eu.bridgehall.messaging;

import eu.bridgehall.accounts.OpenSessions;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.platform.outbox.Position;
import eu.bridgehall.platform.outbox.StoredEvent;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Tells open pages that there is something new in a conversation; what it is they fetch themselves,
 * under the same rules as ever.
 *
 * <p>While anybody listens, this follows the outbox with a position in memory that begins where the
 * first listener came: so only what is committed is told of, by every service on the database, and
 * no listener holds a connection. Nothing has to be kept for those who were away, for a page
 * fetches what it has missed whenever its stream opens.
 *
 * <p>Before each signal and with each heartbeat one query finds who of the listeners is still
 * signed in, and as whom. A stream whose session has ended, or whose listener acts for other
 * organisations than when it began, is closed; with other rights she begins another one.
 */
@Singleton
public class LiveStreams implements ApplicationEventListener<ShutdownEvent> {
  private static final int BATCH = 500;
  private static final Duration LATER = Duration.ofMinutes(1);
  private static final String NEWS = "news";
  private static final List<Class<? extends DomainEvent>> EVENTS =
      List.of(
          MessagePosted.class,
          MessageEdited.class,
          MessageWithheld.class,
          ConversationLeft.class,
          ConversationRead.class);

  private final Outbox outbox;
  private final OpenSessions sessions;
  private final ConversationService conversations;
  private final ConversationAccess access;
  private final ConversationSettings settings;
  private final ObjectMapper json;
  private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
  private @Nullable Position position;

  LiveStreams(
      Outbox outbox,
      OpenSessions sessions,
      ConversationService conversations,
      ConversationAccess access,
      ConversationSettings settings,
      ObjectMapper json) {
    this.outbox = outbox;
    this.sessions = sessions;
    this.conversations = conversations;
    this.access = access;
    this.settings = settings;
    this.json = json;
  }

  /**
   * A stream of {@link LiveSignal}s as JSON, each an event of the name {@code news}, of every
   * conversation that the actor may read.
   *
   * @throws DomainException.TooMany where she has as many open as one person may
   */
  public Publisher<Event<String>> open(Actor actor) {
    LiveStream stream = new LiveStream(actor);
    begin(stream, actor.person());
    return stream.events(() -> streams.remove(stream));
  }

  private synchronized void begin(LiveStream stream, UUID person) {
    long open = streams.stream().filter(s -> person.equals(s.actor().personId())).count();
    if (open >= settings.streamsPerPerson()) {
      throw new DomainException.TooMany("conversations.tooManyStreams", LATER);
    }
    if (position == null) {
      position = outbox.end();
    }
    streams.add(stream);
  }

  /** Tells of what has happened since the last time; rests while nobody listens. */
  @Scheduled(fixedDelay = "${bridgehall.conversations.live-poll:200ms}")
  void follow() {
    Position from = begun();
    Set<UUID> changed = new LinkedHashSet<>();
    Position end = from;
    for (Position next = from; next != null; ) {
      List<StoredEvent> events = outbox.readAfter(next, BATCH);
      events.stream()
          .filter(e -> EVENTS.stream().anyMatch(e::is))
          .forEach(e -> changed.add(e.subject()));
      end = events.isEmpty() ? end : events.getLast().position();
      next = events.size() == BATCH ? end : null;
    }
    if (!changed.isEmpty()) {
      tell(conversations.listLive(changed));
    }
    // only now: where the database has failed before, the same is told the next time
    advance(from, end);
  }

  private synchronized @Nullable Position begun() {
    if (streams.isEmpty()) {
      position = null;
    }
    return position;
  }

  private synchronized void advance(@Nullable Position from, @Nullable Position end) {
    if (Objects.equals(position, from)) {
      position = end;
    }
  }

  private void tell(List<Conversation> changed) {
    List<LiveStream> concerned =
        streams.stream()
            .filter(s -> changed.stream().anyMatch(c -> access.hears(s.actor(), c)))
            .toList();
    for (LiveStream stream : stillOpen(concerned)) {
      changed.stream()
          .filter(c -> access.hears(stream.actor(), c))
          .map(c -> new LiveSignal(c.id(), c.lastNumber(), c.revision()))
          .forEach(signal -> stream.send(Event.of(write(signal)).name(NEWS)));
    }
  }

  /** Keeps the connections open, and closes those of people who have gone. */
  @Scheduled(
      fixedDelay = "${bridgehall.conversations.heartbeat:20s}",
      initialDelay = "${bridgehall.conversations.heartbeat:20s}")
  void beat() {
    streams.removeIf(LiveStream::isOver);
    stillOpen(List.copyOf(streams)).forEach(s -> s.send(Event.of("").comment("still open")));
  }

  private List<LiveStream> stillOpen(Collection<LiveStream> asked) {
    Map<UUID, Actor> now = sessions.find(asked.stream().map(LiveStream::session).toList());
    asked.stream().filter(s -> !s.isOf(now.get(s.session()))).forEach(LiveStream::end);
    return asked.stream().filter(s -> s.isOf(now.get(s.session()))).toList();
  }

  /** A service that stops does not wait for those who listen. */
  @Override
  public void onApplicationEvent(ShutdownEvent event) {
    streams.forEach(LiveStream::end);
  }

  private String write(LiveSignal signal) {
    try {
      return json.writeValueAsString(signal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
