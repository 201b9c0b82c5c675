package eu.bridgehall.notifications;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** What fills the texts, as it stands in the database. */
@Singleton
class Facts {
  private final ObjectMapper json;

  Facts(ObjectMapper json) {
    this.json = json;
  }

  String write(Map<String, String> facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, String> read(String facts) {
    try {
      return json.readValue(facts, Argument.mapOf(String.class, String.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
