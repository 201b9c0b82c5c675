package eu.bridgehall.partnerships.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why the side that is asked does not want to be put in touch. */
public enum DeclineReason {
  NO_CAPACITY,
  ENOUGH_PARTNERS,
  OTHER_THEMES,
  OTHER_SIZE_OR_REGION,
  LANGUAGE,
  NOT_NOW,
  /** Needs a text. */
  OTHER;

  /** The id in the API, the database and message keys. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason of this id. */
  public static Optional<DeclineReason> of(@Nullable String id) {
    return Stream.of(values()).filter(r -> r.id().equals(id)).findFirst();
  }
}
