package eu.bridgehall.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An enum whose values are seen outside: in JSON, in addresses, in message keys. There they go by
 * their ids; their names stay inside, in the code and the database.
 */
public interface Coded {
  /** The name as in the code, of which the id is made. */
  String name();

  /** What the value is called outside: small letters, hyphens between the words. */
  default String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The value of this id, which must be written exactly so. */
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, @Nullable String id) {
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.id().equals(id)).findFirst();
  }

  /** All ids as they are declared, with commas between. */
  static <E extends Enum<E> & Coded> String ids(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Coded::id).collect(Collectors.joining(", "));
  }
}
