package eu.bridgehall.messaging;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports of conversations and messages to the secretariat, which reads what was reported only. */
@Singleton
public class Reports {
  private static final int LONGEST = 2_000;

  private final ReportRepository reports;
  private final ConversationRepository conversations;
  private final MessageRepository messages;
  private final MessageAnswers messageAnswers;
  private final AttachmentRepository attachments;
  private final ConversationAccess access;
  private final ConversationAnswers answers;
  private final People people;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  Reports(
      ReportRepository reports,
      ConversationRepository conversations,
      MessageRepository messages,
      MessageAnswers messageAnswers,
      AttachmentRepository attachments,
      ConversationAccess access,
      ConversationAnswers answers,
      People people,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.reports = reports;
    this.conversations = conversations;
    this.messages = messages;
    this.messageAnswers = messageAnswers;
    this.attachments = attachments;
    this.access = access;
    this.answers = answers;
    this.people = people;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Reports a conversation, or one of its messages.
   *
   * @param message the message; null for the conversation as a whole
   * @throws DomainException.NotFound where the actor may not read it, or there is no such message
   * @throws DomainException.Invalid without a reason, or a text where the reason needs one
   * @throws DomainException.Conflict where she has reported it before
   */
  @Transactional
  public ReportResponse report(
      Actor actor, UUID conversation, @Nullable UUID message, ReportRequest request) {
    Conversation c = access.readable(actor, conversation);
    Message reported =
        message == null
            ? null
            : messages
                .find(conversation, message)
                .filter(m -> m.number() <= access.readsUpTo(actor, c))
                .orElseThrow(() -> new DomainException.NotFound("conversations.messageNotFound"));
    FieldChecks checks = new FieldChecks();
    ReportReason reason = checks.choice("reason", request.reason(), ReportReason.class);
    String text =
        reason == ReportReason.OTHER
            ? checks.text("text", request.text(), LONGEST)
            : checks.optionalText("text", request.text(), LONGEST);
    checks.done();
    Message seen = reported == null ? null : messageAnswers.asSeen(actor, c, reported);
    ReportRepository.Row row =
        new ReportRepository.Row(
            Ids.next(),
            reported == null ? "CONVERSATION" : "MESSAGE",
            reported == null ? conversation : reported.id(),
            conversation,
            seen == null ? null : seen.text(),
            seen == null ? List.of() : earlier(seen),
            seen == null ? List.of() : files(seen),
            Objects.requireNonNull(reason),
            text,
            actor.person(),
            access.readsAs(actor, null, c).id(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (!reports.add(row)) {
      throw new DomainException.Conflict("conversations.reportedBefore");
    }
    audit.record(
        actor, "report.make", row.subject(), Map.of("report", row.id(), "reason", reason.id()));
    outbox.publish(new ReportMade(row.id(), conversation));
    return answer(List.of(row)).getFirst();
  }

  /** It may have been cleaned before it was reported. */
  private List<String> earlier(Message message) {
    return messages.listVersions(message.id(), message.revision()).stream()
        .map(MessageVersion::text)
        .toList();
  }

  private List<String> files(Message message) {
    return attachments.listOf(List.of(message.id())).getOrDefault(message.id(), List.of()).stream()
        .map(AttachmentRef::name)
        .toList();
  }

  /**
   * All reports, the newest first.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   */
  @Transactional
  public Page<ReportResponse> list(Actor actor, PageRequest page) {
    if (!actor.isSecretariat()) {
      throw new DomainException.Forbidden("error.http.403");
    }
    List<ReportRepository.Row> rows = reports.list(page.offset(), page.limit());
    return Page.at(page.offset(), answer(rows), reports.count());
  }

  private List<ReportResponse> answer(List<ReportRepository.Row> rows) {
    Map<UUID, Conversation> found =
        conversations
            .listAll(rows.stream().map(ReportRepository.Row::conversation).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Conversation::id, Function.identity()));
    Map<UUID, Party> parties = answers.parties(found.values());
    Map<UUID, Person> reporters =
        people.findAll(
            rows.stream().map(ReportRepository.Row::reporter).collect(Collectors.toSet()));
    return rows.stream()
        .map(
            r -> {
              Person reporter = reporters.get(r.reporter());
              return new ReportResponse(
                  r.id(),
                  r.kind().toLowerCase(Locale.ROOT),
                  r.subject(),
                  r.conversation(),
                  Objects.requireNonNull(found.get(r.conversation())).sides().stream()
                      .map(s -> Objects.requireNonNull(parties.get(s.id())))
                      .toList(),
                  r.excerpt(),
                  r.earlier(),
                  r.files(),
                  r.reason().id(),
                  r.text(),
                  reporter == null ? null : reporter.name(),
                  r.reportedFor(),
                  r.at());
            })
        .toList();
  }
}
