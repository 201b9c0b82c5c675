package eu.bridgehall.web;

import eu.bridgehall.profiles.NoteRequest;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A note on who is entitled; its fields stand on one page with those of the decision. */
@Serdeable
public record NoteForm(@Nullable String noteKind, @Nullable String noteText) {
  private static final Map<String, String> NAMES = Map.of("kind", "noteKind", "text", "noteText");
  static final NoteForm NOTHING = new NoteForm(null, null);

  /** How a field of the request is called here. */
  static String nameOf(String field) {
    return Objects.requireNonNullElse(NAMES.get(field), field);
  }

  NoteRequest request() {
    return new NoteRequest(noteKind, noteText);
  }
}
