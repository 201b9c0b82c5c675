package eu.bridgehall.profiles;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Which authority is to have a profile: one of a place, or a hromada by its code.
 *
 * @param placeId id of the place where it sits
 * @param katottg code of the hromada (UA and 17 digits)
 * @param type id of the authority's type; null for what the place suggests
 */
@Serdeable
public record StartAuthority(
    @Nullable Long placeId, @Nullable String katottg, @Nullable String type) {}
