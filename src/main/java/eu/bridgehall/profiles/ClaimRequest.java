package eu.bridgehall.profiles;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to act for an authority that is registered already.
 *
 * @param authority the authority that has the place
 * @param kind {@code join}: its owners are asked to let the person in; {@code dispute}: the
 *     association or the secretariat is to decide who is entitled, also where no owner is left
 * @param message who the person is and why she asks
 */
@Serdeable
public record ClaimRequest(
    @Nullable UUID authority, @Nullable String kind, @Nullable String message) {}
