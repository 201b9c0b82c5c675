package eu.bridgehall.web;

import eu.bridgehall.notifications.Delivery;
import eu.bridgehall.notifications.NoticeKind;
import eu.bridgehall.platform.FieldChecks;
import io.micronaut.serde.annotation.Serdeable;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How somebody wants her mails: of each kind the id of a delivery. */
@Serdeable
public record NoticesForm(
    @Nullable String introductions, @Nullable String messages, @Nullable String profiles) {
  /**
   * What was chosen; what was not sent stays.
   *
   * @throws eu.bridgehall.kernel.DomainException.Invalid where there is no such delivery
   */
  Map<NoticeKind, Delivery> choices() {
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
