package eu.bridgehall.profiles;

import eu.bridgehall.profiles.model.NoteKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A note on what was done to find out who is entitled.
 *
 * @param text who was reached and what was said
 */
@Serdeable
public record NoteRequest(
    @Nullable @Schema(implementation = NoteKind.class) String kind, @Nullable String text) {}
