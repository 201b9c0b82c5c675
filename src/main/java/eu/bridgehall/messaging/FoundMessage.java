package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in which all words were found.
 *
 * @param subject what its conversation is about; null where that came from an introduction
 * @param others the other sides of its conversation
 * @param marks where in the text the words stand, in its order and without overlap
 */
@Serdeable
public record FoundMessage(
    UUID conversation,
    @Nullable String subject,
    List<Party> others,
    MessageResponse message,
    List<Mark> marks) {
  public FoundMessage {
    others = List.copyOf(others);
    marks = List.copyOf(marks);
  }

  /**
   * A piece of the text.
   *
   * @param from its first character, counted from 0 in UTF-16 units
   * @param to the character after its last
   */
  @Serdeable
  public record Mark(int from, int to) {}
}
