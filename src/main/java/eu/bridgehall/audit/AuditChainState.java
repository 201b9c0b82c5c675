package eu.bridgehall.audit;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the log is sealed.
 *
 * @param sealed how many entries are
 * @param head position and hash of the last seal, to be noted elsewhere and compared later
 * @param sealedAt when the last seal was made; null where there is none
 * @param unsealed entries that wait to be sealed
 * @param oldestUnsealed since when the oldest of these waits; null where none does
 * @param guarded whether the database keeps this service itself from changing or deleting entries
 * @param lastCheck what this service found when it last looked through the whole chain; null where
 *     it has not yet
 */
@Serdeable
public record AuditChainState(
    long sealed,
    String head,
    @Nullable Instant sealedAt,
    long unsealed,
    @Nullable Instant oldestUnsealed,
    boolean guarded,
    @Nullable ChainCheck lastCheck) {}
