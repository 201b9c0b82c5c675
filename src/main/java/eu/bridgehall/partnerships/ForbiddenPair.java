package eu.bridgehall.partnerships;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two authorities that are not put in touch; only the secretariat sees it.
 *
 * @param by name of who decided it; null once her account is gone
 */
@Serdeable
public record ForbiddenPair(
    UUID id,
    AuthorityRef one,
    AuthorityRef other,
    String reason,
    Instant at,
    @Nullable String by) {}
