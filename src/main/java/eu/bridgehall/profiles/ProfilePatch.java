package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainException.FieldError;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.profiles.model.ProfileContent;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the content of a profile, whole or as a JSON merge patch (RFC 7396). */
@Singleton
class ProfilePatch {
  private final JsonMapper json;

  ProfilePatch(JsonMapper json) {
    this.json = json;
  }

  /**
   * The content that was sent; what is left out is empty.
   *
   * @throws Invalid as {@link #apply}
   */
  ProfileContent read(JsonNode whole) {
    try {
      JsonNode nothing = JsonNode.createObjectNode(Map.of());
      return apply(json.readValueFromTree(nothing, ProfileContent.class), whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The content with the changes made.
   *
   * @param changes as JSON would hold them, by field; null takes a value away
   * @throws Invalid as {@link #apply(ProfileContent, JsonNode)}
   */
  ProfileContent apply(ProfileContent content, Map<String, ? extends @Nullable Object> changes) {
    try {
      return apply(content, json.writeValueToTree(changes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The content with the changes made.
   *
   * @throws Invalid naming a field that no profile has, or the first whose value is of the wrong
   *     type
   */
  ProfileContent apply(ProfileContent content, JsonNode changes) {
    if (!changes.isObject()) {
      throw new Invalid("body", "error.wrongType");
    }
    List<FieldError> unknown =
        ProfileFields.unknown(changes, ProfileContent.class)
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
        // read as text, where a value must be of its type; a tree is read like a form
        byte[] merged = json.writeValueAsBytes(merge(tree(now), one));
        now = json.readValue(merged, Argument.of(ProfileContent.class));
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
