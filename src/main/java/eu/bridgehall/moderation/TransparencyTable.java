package eu.bridgehall.moderation;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The numbers of one topic: first the line of all, then for each outcome its own and those of its
 * reasons; empty where there was nothing.
 */
@Serdeable
public record TransparencyTable(
    @Schema(implementation = TransparencyTopic.class) String topic, List<TransparencyLine> lines) {
  public TransparencyTable {
    lines = List.copyOf(lines);
  }
}
