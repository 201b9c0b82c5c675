package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has reported something to the secretariat.
 *
 * @param subject the report
 * @param conversation in which it stands; null for a profile
 */
@Serdeable
public record ReportMade(UUID subject, @Nullable UUID conversation) implements DomainEvent {}
