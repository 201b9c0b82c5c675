package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainException.FieldError;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.profiles.model.ProfileContent;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies a JSON merge patch (RFC 7396) to the content of a profile. */
@Singleton
class ProfilePatch {
  private final JsonMapper json;

  ProfilePatch(JsonMapper json) {
    this.json = json;
  }

  /**
   * The content with the changes made.
   *
   * @throws Invalid naming a field that no profile has, or the first whose value is of the wrong
   *     type
   */
  ProfileContent apply(ProfileContent content, JsonNode changes) {
    if (!changes.isObject()) {
      throw new Invalid("", "error.wrongType");
    }
    JsonNode before = tree(content);
    List<FieldError> unknown =
        changesOf(changes).keySet().stream()
            .filter(field -> before.get(field) == null)
            .map(field -> new FieldError(field, "profiles.unknownField", Map.of()))
            .toList();
    if (!unknown.isEmpty()) {
      throw new Invalid(unknown);
    }
    // field by field, so that a value of the wrong type can be named
    ProfileContent now = content;
    for (Map.Entry<String, JsonNode> change : changesOf(changes).entrySet()) {
      JsonNode one = JsonNode.createObjectNode(Map.of(change.getKey(), change.getValue()));
      try {
        now = json.readValueFromTree(merge(tree(now), one), ProfileContent.class);
      } catch (IOException e) {
        throw new Invalid(change.getKey(), "error.wrongType");
      }
    }
    return now;
  }

  private static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    Map<String, JsonNode> merged = target.isObject() ? changesOf(target) : new LinkedHashMap<>();
    changesOf(patch)
        .forEach(
            (field, value) -> {
              if (value.isNull()) {
                merged.remove(field);
              } else {
                merged.put(field, merge(merged.getOrDefault(field, JsonNode.nullNode()), value));
              }
            });
    return JsonNode.createObjectNode(merged);
  }

  private static Map<String, JsonNode> changesOf(JsonNode object) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    object.entries().forEach(e -> fields.put(e.getKey(), e.getValue()));
    return fields;
  }

  private JsonNode tree(ProfileContent content) {
    try {
      return json.writeValueToTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
