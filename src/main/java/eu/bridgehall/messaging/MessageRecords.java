package eu.bridgehall.messaging;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** The messages that a person has written; they stay with those who got them. */
@Singleton
class MessageRecords implements PersonalRecords {
  private final MessageRepository messages;
  private final ConversationRepository conversations;

  MessageRecords(MessageRepository messages, ConversationRepository conversations) {
    this.messages = messages;
    this.conversations = conversations;
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public Object collect(Person person) {
    return messages.listAllOf(person.id()).stream()
        .map(m -> new Written(m.conversation(), m.authority(), m.at(), m.text()))
        .toList();
  }

  @Override
  public void erase(Person person) {
    conversations.forgetReader(person.id());
  }

  /**
   * A message.
   *
   * @param authority for which it was written
   */
  @Serdeable
  record Written(UUID conversation, UUID authority, Instant at, String text) {}
}
