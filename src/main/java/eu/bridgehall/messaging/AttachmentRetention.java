package eu.bridgehall.messaging;

import eu.bridgehall.platform.retention.Retained;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How long a file waits for its message. */
@Factory
class AttachmentRetention {
  private static final Duration WAITS = Duration.ofDays(1);

  @Singleton
  Retained waiting() {
    return new Retained(
        "files-without-message",
        WAITS,
        "delete from message_attachment where message_id is null and at < ?");
  }
}
