package eu.bridgehall.partnerships.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a reviewer does not let an introduction through. */
public enum RejectReason {
  PURPOSE_UNCLEAR,
  ADVERTISING,
  UNSUITABLE_CONTENT,
  NOT_ENTITLED,
  UNSUITABLE_PARTNER,
  /** Needs a text. */
  OTHER;

  /** The id in the API, the database and message keys. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The reason of this id. */
  public static Optional<RejectReason> of(@Nullable String id) {
    return Stream.of(values()).filter(r -> r.id().equals(id)).findFirst();
  }
}
