package eu.bridgehall.web;

import eu.bridgehall.messaging.PostMessage;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message, or that messages were read.
 *
 * @param authority for which authority it is written; null where there is no choice
 * @param key what the form calls the message, so that it is posted once
 * @param read number of the last message that was shown; null where a message is posted
 */
@Serdeable
public record MessageForm(
    @Nullable String text, @Nullable UUID authority, @Nullable String key, @Nullable Long read) {
  PostMessage message() {
    return new PostMessage(text, authority);
  }
}
