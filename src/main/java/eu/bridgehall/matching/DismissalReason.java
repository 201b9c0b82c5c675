package eu.bridgehall.matching;

import eu.bridgehall.kernel.DomainException.Invalid;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a suggestion is not for us. The other side learns neither the reason nor the dismissal. */
public enum DismissalReason {
  THEMES("themes"),
  SIZE("size"),
  PLACE("place"),
  LANGUAGE("language"),
  ALREADY_KNOWN("already-known"),
  OTHER("other");

  private final String code;

  DismissalReason(String code) {
    this.code = code;
  }

  /** Code in requests and in the tie. */
  public String code() {
    return code;
  }

  /**
   * The reason of this code.
   *
   * @throws Invalid naming {@code reason}
   */
  static DismissalReason of(@Nullable String code) {
    return Arrays.stream(values())
        .filter(r -> r.code.equals(code))
        .findFirst()
        .orElseThrow(
            () -> new Invalid("reason", "matching.unknownReason", Map.of("reasons", codes())));
  }

  private static String codes() {
    return Arrays.stream(values()).map(DismissalReason::code).collect(Collectors.joining(", "));
  }
}
