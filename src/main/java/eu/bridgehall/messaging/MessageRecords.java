package eu.bridgehall.messaging;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalFile;
import eu.bridgehall.accounts.PersonalRecords;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The messages that a person has written; they stay with those who got them. */
@Singleton
class MessageRecords implements PersonalRecords {
  private final MessageRepository messages;
  private final ReadingRepository readings;
  private final AttachmentRepository attachments;

  MessageRecords(
      MessageRepository messages, ReadingRepository readings, AttachmentRepository attachments) {
    this.messages = messages;
    this.readings = readings;
    this.attachments = attachments;
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public Object collect(Person person) {
    List<Message> written = messages.listAllOf(person.id());
    Map<UUID, List<AttachmentRef>> files =
        attachments.listOf(written.stream().map(Message::id).toList());
    return written.stream()
        .map(
            m ->
                new Written(
                    m.conversation(),
                    m.side(),
                    m.at(),
                    m.text(),
                    before(m),
                    files.getOrDefault(m.id(), List.of())))
        .toList();
  }

  @Override
  public List<PersonalFile> files(Person person) {
    return attachments.listAllOf(person.id()).stream()
        .map(f -> new PersonalFile(f.id(), f.name(), () -> attachments.content(f.id())))
        .toList();
  }

  private List<Before> before(Message message) {
    return message.editedAt() == null
        ? List.of()
        : messages.listVersions(message.id(), message.revision()).stream()
            .map(v -> new Before(v.text(), v.at(), v.until()))
            .toList();
  }

  @Override
  public void erase(Person person) {
    readings.forget(person.id());
    attachments.deleteWaitingOf(person.id());
  }

  /**
   * A message.
   *
   * @param side for which it was written
   * @param before what it said before it was changed, the oldest first
   */
  @Serdeable
  record Written(
      UUID conversation,
      UUID side,
      Instant at,
      String text,
      List<Before> before,
      List<AttachmentRef> attachments) {}

  /** What a message said until then. */
  @Serdeable
  record Before(String text, Instant at, Instant until) {}
}
