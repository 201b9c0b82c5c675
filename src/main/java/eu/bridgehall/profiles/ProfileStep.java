package eu.bridgehall.profiles;

import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.profiles.model.ReviewReason;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
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
 * @param fromStatus null for the start
 * @param text the reasons in words
 * @param fields each field that changed, with its old and new value; of the contact only that it
 *     changed, so that nobody's address outlives its removal
 * @param decision of the secretariat that has led to it; null where that is none
 */
@Serdeable
public record ProfileStep(
    long version,
    Instant at,
    @Nullable UUID personId,
    String actedAs,
    @Schema(implementation = ProfileAction.class) String action,
    @Nullable @Schema(implementation = ProfileStatus.class) String fromStatus,
    @Schema(implementation = ProfileStatus.class) String toStatus,
    @ArraySchema(schema = @Schema(implementation = ReviewReason.class)) List<String> reasons,
    @Nullable String text,
    Map<String, Object> fields,
    @Nullable UUID decision) {}
