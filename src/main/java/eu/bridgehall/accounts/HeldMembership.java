package eu.bridgehall.accounts;

import eu.bridgehall.kernel.MemberRole;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;

/** A membership, as the person has it. */
@Introspected
record HeldMembership(UUID organisationId, MemberRole role, Instant since) {}
