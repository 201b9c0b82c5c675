package eu.bridgehall.messaging;

import eu.bridgehall.profiles.model.Contact;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A side of a conversation.
 *
 * @param left whether it takes part no more
 * @param readUpTo number up to which somebody of it has read, 0 for none
 * @param contact how to reach it, where it has shared that here; null elsewhere
 */
@Serdeable
public record SideResponse(
    Party party, boolean left, long readUpTo, @Nullable SharedContact contact) {
  /**
   * The contact that a side's profile names.
   *
   * @param mailbox an e-mail address
   * @param name the person or office
   */
  @Serdeable
  public record SharedContact(
      @Nullable String mailbox, @Nullable String name, @Nullable String phone) {
    static SharedContact of(Contact contact) {
      return new SharedContact(contact.mailbox(), contact.name(), contact.phone());
    }
  }
}
