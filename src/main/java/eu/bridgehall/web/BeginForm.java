package eu.bridgehall.web;

import eu.bridgehall.kernel.Ids;
import eu.bridgehall.messaging.StartConversation;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that is begun.
 *
 * @param key what the form calls its first message, so that it is begun once
 */
@Serdeable
public record BeginForm(
    @Nullable UUID from,
    @Nullable List<UUID> to,
    @Nullable String subject,
    @Nullable String text,
    @Nullable String key) {
  StartConversation request() {
    return new StartConversation(from, to, subject, text);
  }

  /** The same to be looked at and sent anew, which is another sending. */
  BeginForm again() {
    return new BeginForm(from, to, subject, text, Ids.next().toString());
  }

  /** The ids of those who were ticked. */
  public List<String> ticked() {
    return to == null ? List.of() : to.stream().map(UUID::toString).toList();
  }
}
