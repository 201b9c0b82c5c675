package eu.bridgehall.web;

import eu.bridgehall.messaging.EditMessage;
import eu.bridgehall.moderation.ReportRequest;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a conversation, beside writing in it.
 *
 * @param step what
 * @param side for which side; null where there is no choice
 * @param other which other authority; null where there is only one
 * @param reason why something is reported
 * @param text what is said with the report, or what a message says from now on
 */
@Serdeable
public record ConversationStepForm(
    @Nullable String step,
    @Nullable UUID side,
    @Nullable UUID other,
    @Nullable String reason,
    @Nullable String text) {
  static final ConversationStepForm EMPTY = new ConversationStepForm(null, null, null, null, null);

  ReportRequest report() {
    return new ReportRequest(reason, text);
  }

  EditMessage edit() {
    return new EditMessage(text);
  }
}
