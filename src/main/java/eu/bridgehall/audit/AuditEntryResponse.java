package eu.bridgehall.audit;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param number its place in the log
 * @param person id of the account that acted; null for the service and for visitors
 * @param actedAs the role it acted in: {@code administrator}, {@code moderator}, {@code
 *     association}, {@code owner}, {@code editor}, {@code viewer}, {@code person}, {@code visitor},
 *     {@code service}
 * @param action feature and verb, such as {@code profile.confirm}
 * @param subject id of what it was done to
 * @param network from where: the first 24 bits of an IPv4 address, 48 of IPv6; null for what the
 *     service did by itself, and for entries from before that was kept
 * @param details ids, states and reasons
 */
@Serdeable
record AuditEntryResponse(
    long number,
    Instant at,
    @Nullable UUID person,
    String actedAs,
    String action,
    UUID subject,
    @Nullable String network,
    Map<String, Object> details) {
  static AuditEntryResponse of(AuditEntry entry, ObjectMapper json) {
    try {
      return new AuditEntryResponse(
          entry.number(),
          entry.at(),
          entry.personId(),
          entry.actedAs(),
          entry.action(),
          entry.subject(),
          entry.network(),
          json.readValue(entry.details(), Argument.mapOf(String.class, Object.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
