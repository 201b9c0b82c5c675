package eu.bridgehall.notifications;

import eu.bridgehall.platform.FieldChecks;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How somebody wants her mails, of each kind the id of a delivery; what is missing stays. */
@Serdeable
public record NoticeChange(
    @Nullable @Schema(implementation = Delivery.class) String introductions,
    @Nullable @Schema(implementation = Delivery.class) String messages,
    @Nullable @Schema(implementation = Delivery.class) String profiles) {
  /**
   * What was chosen.
   *
   * @throws eu.bridgehall.kernel.DomainException.Invalid where there is no such delivery
   */
  public Map<NoticeKind, Delivery> choices() {
    Map<NoticeKind, Delivery> choices = new EnumMap<>(NoticeKind.class);
    put(choices, NoticeKind.INTRODUCTIONS, introductions);
    put(choices, NoticeKind.MESSAGES, messages);
    put(choices, NoticeKind.PROFILES, profiles);
    return choices;
  }

  private static void put(
      Map<NoticeKind, Delivery> choices, NoticeKind kind, @Nullable String delivery) {
    if (delivery != null) {
      choices.put(kind, FieldChecks.chosen(kind.id(), delivery, Delivery.class));
    }
  }
}
