package eu.bridgehall.profiles;

import eu.bridgehall.profiles.model.ClaimKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to act for an authority that is registered already.
 *
 * @param authority the authority that has the place
 * @param kind to join, which its owners are asked for, or a dispute: the association or the
 *     secretariat is to decide who is entitled, also where no owner is left
 * @param message who the person is and why she asks
 */
@Serdeable
public record ClaimRequest(
    @Nullable UUID authority,
    @Nullable @Schema(implementation = ClaimKind.class) String kind,
    @Nullable String message) {}
