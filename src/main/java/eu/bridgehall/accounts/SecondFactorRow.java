package eu.bridgehall.accounts;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A second factor.
 *
 * @param secret encrypted
 * @param confirmedAt null until a code has shown that the person has it
 * @param lastStep the half minute whose code was taken last
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
@MappedEntity("second_factor")
record SecondFactorRow(
    @Id UUID personId,
    byte[] secret,
    Instant createdAt,
    @Nullable Instant confirmedAt,
    long lastStep) {
  boolean isOn() {
    return confirmedAt != null;
  }
}
