package eu.bridgehall.moderation;

import eu.bridgehall.platform.waiting.WaitingKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to see of the queue again and again.
 *
 * @param kinds only these; all where there is none
 * @param country ISO 3166-1 alpha-2; null for all
 * @param flagged only what automatic signals have found something in
 */
@Serdeable
public record QueueView(
    UUID id,
    String name,
    @ArraySchema(schema = @Schema(implementation = WaitingKind.class)) List<String> kinds,
    @Nullable String country,
    @Schema(implementation = QueueClaimed.class) String claimed,
    boolean flagged) {
  public QueueView {
    kinds = List.copyOf(kinds);
  }
}
