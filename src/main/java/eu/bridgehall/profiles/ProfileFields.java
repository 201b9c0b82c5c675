package eu.bridgehall.profiles;

import io.micronaut.json.tree.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The names that a JSON object of a record may use, as the record says itself. */
final class ProfileFields {
  private ProfileFields() {}

  /** The paths, such as {@code wishes.minPopulation}, that no field of the record has. */
  static Stream<String> unknown(JsonNode sent, Type type) {
    return unknown(sent, type, "");
  }

  private static Stream<String> unknown(JsonNode sent, Type type, String path) {
    if (sent.isArray() && type instanceof ParameterizedType list) {
      Type item = list.getActualTypeArguments()[0];
      return IntStream.range(0, sent.size())
          .boxed()
          .flatMap(i -> unknown(sent.get(i), item, path + "[" + i + "]"));
    }
    if (!sent.isObject() || !(type instanceof Class<?> found) || !found.isRecord()) {
      return Stream.empty();
    }
    Map<String, Type> known =
        Arrays.stream(found.getRecordComponents())
            .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
    Function<String, String> below = name -> path.isEmpty() ? name : path + "." + name;
    return StreamSupport.stream(sent.entries().spliterator(), false)
        .flatMap(
            entry ->
                known.containsKey(entry.getKey())
                    ? unknown(
                        entry.getValue(), known.get(entry.getKey()), below.apply(entry.getKey()))
                    : Stream.of(below.apply(entry.getKey())));
  }
}
