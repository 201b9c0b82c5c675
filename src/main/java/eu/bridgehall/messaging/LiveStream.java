package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * The signals to one open page. Only so many wait for a page that does not take them; then the
 * stream ends, and the page asks for what it has missed when it comes back.
 */
final class LiveStream {
  private static final int WAITING = 64;

  /** After which a browser whose stream has ended opens another one. */
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Actor actor;
  private volatile boolean over;
  private final Sinks.Many<Event<String>> sink =
      Sinks.many().unicast().onBackpressureBuffer(Queues.<Event<String>>get(WAITING).get());

  LiveStream(Actor actor) {
    this.actor = actor;
    // without a first line the browser would not know that the stream is open
    send(Event.of("").comment("open").retry(RETRY));
  }

  /** Who listens, with the roles that she had when she began to. */
  Actor actor() {
    return actor;
  }

  UUID session() {
    return Objects.requireNonNull(actor.sessionId());
  }

  /**
   * The stream.
   *
   * @param ended called once, when either end has closed it
   */
  Publisher<Event<String>> events(Runnable ended) {
    return sink.asFlux().doFinally(signal -> ended.run());
  }

  /** Whether the listener is signed in and acts for the same organisations as at the beginning. */
  boolean isOf(@Nullable Actor now) {
    return actor.equals(now);
  }

  /** Whether it was ended here; a browser that never came for it will not say so. */
  boolean isOver() {
    return over;
  }

  /** Sends, or ends the stream where too much waits already. */
  synchronized void send(Event<String> event) {
    if (sink.tryEmitNext(event).isFailure()) {
      end();
    }
  }

  synchronized void end() {
    over = true;
    // fails only where the stream has ended before
    sink.tryEmitComplete();
  }
}
