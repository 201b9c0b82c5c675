package eu.bridgehall.profiles;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a profile's history.
 *
 * @param version the profile's version after it
 * @param personId who did it; null for the service
 * @param actedAs in what capacity: {@code owner}, {@code editor}, {@code association}, {@code
 *     secretariat}, {@code service}
 * @param action the step, for example {@code confirm}
 * @param fromStatus null for the start
 * @param reasons ids of reasons
 * @param text the reasons in words
 * @param fields each field that changed, with its old and new value; of the contact only that it
 *     changed, so that nobody's address outlives its removal
 */
@Serdeable
public record ProfileStep(
    long version,
    Instant at,
    @Nullable UUID personId,
    String actedAs,
    String action,
    @Nullable String fromStatus,
    String toStatus,
    List<String> reasons,
    @Nullable String text,
    Map<String, Object> fields) {}
