package eu.bridgehall.notifications;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.moderation.AppealDecided;
import eu.bridgehall.moderation.AppealMade;
import eu.bridgehall.moderation.CorrectionMade;
import eu.bridgehall.moderation.CorrectionRefused;
import eu.bridgehall.moderation.DecisionDeclined;
import eu.bridgehall.moderation.DecisionEnded;
import eu.bridgehall.moderation.DecisionMade;
import eu.bridgehall.moderation.DecisionProposed;
import eu.bridgehall.moderation.Reports;
import eu.bridgehall.moderation.model.AppealOutcome;
import eu.bridgehall.moderation.model.DecisionKind;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The notices about decisions of the secretariat: to those whom they concern, who read the
 * statement of reasons behind the link, also while their accounts are suspended; to those who have
 * reported something, what came of it and nothing of the others; and to the moderators who have to
 * do something, but for those whom it concerns themselves. Nobody can switch them off.
 */
@Singleton
class DecisionMails implements OutboxConsumer {
  /** The mail about a decision, to those whom it concerns. */
  static final String MADE = "decision-made";

  private static final String REPORT = "/reports/";
  private static final String CASE = "/moderation/decisions/";

  private final Readers readers;
  private final Reports reports;
  private final NoticeSight sight;
  private final Notices notices;

  DecisionMails(Readers readers, Reports reports, NoticeSight sight, Notices notices) {
    this.readers = readers;
    this.reports = reports;
    this.sight = sight;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "decision-mails";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(
        DecisionProposed.class,
        DecisionDeclined.class,
        DecisionMade.class,
        DecisionEnded.class,
        CorrectionMade.class,
        CorrectionRefused.class,
        AppealMade.class,
        AppealDecided.class);
  }

  @Override
  public void handle(StoredEvent event) {
    if (event.is(DecisionProposed.class)) {
      DecisionProposed e = event.as(DecisionProposed.class);
      tellModerators(
          event,
          "decision-proposed",
          others(e.proposer()),
          name(e.authority(), null),
          CASE + e.subject());
    } else if (event.is(DecisionDeclined.class)) {
      DecisionDeclined e = event.as(DecisionDeclined.class);
      tellModerators(
          event,
          "decision-not-confirmed",
          readers.listActive(List.of(e.proposer())),
          name(e.authority(), null),
          CASE + e.subject());
    } else if (event.is(DecisionMade.class)) {
      made(event, event.as(DecisionMade.class));
    } else if (event.is(DecisionEnded.class)) {
      DecisionEnded e = event.as(DecisionEnded.class);
      tell(
          event,
          "decision-ended",
          concerned(e.authority(), e.person()),
          name(e.authority(), e.person()),
          StatementMail.path(e.subject()));
    } else if (event.is(CorrectionMade.class)) {
      CorrectionMade e = event.as(CorrectionMade.class);
      tellModerators(
          event,
          "correction-made",
          readers.secretariat(),
          name(e.authority(), null),
          CASE + e.subject());
    } else if (event.is(CorrectionRefused.class)) {
      CorrectionRefused e = event.as(CorrectionRefused.class);
      tell(
          event,
          "correction-refused",
          concerned(e.authority(), e.person()),
          name(e.authority(), e.person()),
          StatementMail.path(e.subject()));
    } else if (event.is(AppealMade.class)) {
      AppealMade e = event.as(AppealMade.class);
      // of who reports nobody is told the name before she has looked
      tellModerators(
          event,
          e.authority() == null ? NoticeKind.REPORTER_APPEAL : NoticeKind.APPEAL,
          readers.secretariat(),
          e.authority() == null ? "" : readers.name(e.authority()),
          CASE + e.decision());
    } else {
      judged(event, event.as(AppealDecided.class));
    }
  }

  /** Of an appeal that was not right only its own side is told. */
  private void judged(StoredEvent event, AppealDecided e) {
    boolean undone = AppealOutcome.OVERTURNED.id().equals(e.outcome());
    Collection<Recipient> concerned =
        undone
            ? concerned(e.authority(), e.person())
            : e.isOfAuthor() ? concerned(null, e.person()) : concerned(e.authority(), null);
    tell(
        event,
        undone ? "appeal-overturned" : "appeal-upheld",
        distinct(
            Stream.concat(
                concerned.stream(),
                e.allAppellants().stream().flatMap(id -> readers.listOpen(id).stream()))),
        name(e.authority(), e.person()),
        StatementMail.path(e.decision()));
    if (undone) {
      tellReporters(event, "report-undone", e.decision());
    }
  }

  private void made(StoredEvent event, DecisionMade made) {
    UUID authority = made.authority();
    UUID person = made.person();
    if (authority != null || person != null) {
      notices.tell(
          concerned(authority, person),
          new NewNotice(
              MADE,
              made.subject(),
              event.position().number(),
              Map.of(
                  "name",
                  name(authority, person),
                  "origin",
                  Objects.requireNonNullElse(made.origin(), "")),
              StatementMail.path(made.subject())));
    }
    String outcome =
        DecisionKind.NO_ACTION.id().equals(made.kind()) ? "report-unfounded" : "report-acted";
    tellReporters(event, outcome, made.subject());
  }

  private void tellReporters(StoredEvent event, String kind, UUID decision) {
    reports
        .listReporters(decision)
        .forEach(
            (reporter, report) ->
                notices.tell(
                    readers.listActive(List.of(reporter)),
                    new NewNotice(
                        kind, decision, event.position().number(), Map.of(), REPORT + report)));
  }

  /** Those who answer for the organisation, and who has written it, each once. */
  private Collection<Recipient> concerned(@Nullable UUID authority, @Nullable UUID person) {
    return distinct(
        Stream.concat(
            authority == null ? Stream.empty() : readers.answering(authority).stream(),
            person == null ? Stream.empty() : readers.listOpen(person).stream()));
  }

  private Collection<Recipient> others(UUID proposer) {
    return readers.secretariat().stream().filter(r -> !r.person().id().equals(proposer)).toList();
  }

  /** Each person once: for the organisation, where she is told for that. */
  private static Collection<Recipient> distinct(Stream<Recipient> all) {
    Map<UUID, Recipient> found = new LinkedHashMap<>();
    all.forEach(r -> found.putIfAbsent(r.person().id(), r));
    return found.values();
  }

  private void tellModerators(
      StoredEvent event, String kind, Collection<Recipient> to, String name, String path) {
    tell(event, kind, sight.moderating(to, kind, event.subject()), name, path);
  }

  /** Of the authority that a decision concerns, or of the person where it concerns her alone. */
  private String name(@Nullable UUID authority, @Nullable UUID person) {
    if (authority != null) {
      return readers.name(authority);
    }
    return (person == null ? List.<Recipient>of() : readers.listOpen(person))
        .stream().map(r -> r.person().name()).findFirst().orElse("–");
  }

  private void tell(
      StoredEvent event, String kind, Collection<Recipient> to, String name, String path) {
    notices.tell(
        to,
        new NewNotice(
            kind, event.subject(), event.position().number(), Map.of("name", name), path));
  }
}
