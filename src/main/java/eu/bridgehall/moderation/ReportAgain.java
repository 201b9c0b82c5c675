package eu.bridgehall.moderation;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That the reporter asks for another look.
 *
 * @param text why the decision was wrong
 * @param decision that nothing was to be done; null where it is gone
 */
@Serdeable
public record ReportAgain(Instant at, String text, @Nullable UUID decision) {}
