package eu.bridgehall.accounts;

import eu.bridgehall.kernel.MemberRole;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/**
 * A person who is a member of an authority.
 *
 * @param since when the person became one
 */
@Introspected
public record Member(
    UUID personId, String email, String name, String language, MemberRole role, Instant since) {}
