package eu.bridgehall.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param number its place in the log
 * @param personId the account that acted; null for the service and for visitors
 * @param actedAs the role it acted in
 * @param action feature and verb
 * @param subject id of the row it was done to
 * @param network from where, shortened to the network of the address; null for what the service did
 *     by itself
 * @param details a JSON object of ids, states and reasons
 */
public record AuditEntry(
    long number,
    Instant at,
    @Nullable UUID personId,
    String actedAs,
    String action,
    UUID subject,
    @Nullable String network,
    String details) {}
