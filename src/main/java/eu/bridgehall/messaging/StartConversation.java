package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a client begins it.
 *
 * @param from for which organisation; needed only from who may write for several
 * @param to the other sides: for an authority its association, the secretariat, or one or more
 *     authorities that it is in touch with; for an association an authority of its country or the
 *     secretariat; for the secretariat an authority or an association
 * @param subject one line
 * @param text the first message
 */
@Serdeable
public record StartConversation(
    @Nullable UUID from, @Nullable List<UUID> to, @Nullable String subject, @Nullable String text) {
  public StartConversation {
    to = to == null ? null : to.stream().filter(Objects::nonNull).toList();
  }
}
