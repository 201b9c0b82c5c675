package eu.bridgehall.moderation;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.messaging.MessageEdits;
import eu.bridgehall.messaging.Party;
import eu.bridgehall.moderation.Decision.Step;
import eu.bridgehall.moderation.model.AppealSide;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decisions and appeals as they are told: to those who decide, and to those whom they concern. */
@Singleton
class DecisionAnswers {
  private final AppealRepository appeals;
  private final CorrectionRepository corrections;
  private final MessageEdits messages;
  private final ReportRepository reports;
  private final Organisations organisations;
  private final People people;
  private final ModerationSettings settings;

  DecisionAnswers(
      AppealRepository appeals,
      CorrectionRepository corrections,
      MessageEdits messages,
      ReportRepository reports,
      Organisations organisations,
      People people,
      ModerationSettings settings) {
    this.appeals = appeals;
    this.corrections = corrections;
    this.messages = messages;
    this.reports = reports;
    this.organisations = organisations;
    this.people = people;
    this.settings = settings;
  }

  DecisionResponse of(Decision decision) {
    return of(List.of(decision)).getFirst();
  }

  List<DecisionResponse> of(List<Decision> found) {
    Known known = known(found);
    return found.stream().map(d -> of(d, known)).toList();
  }

  private static DecisionResponse of(Decision d, Known known) {
    Step second = d.second();
    Step lifted = d.lifted();
    return new DecisionResponse(
        d.id(),
        d.kind().id(),
        d.scope() == null ? null : d.scope().id(),
        d.reason().id(),
        d.rule() == null ? null : d.rule().id(),
        d.text(),
        d.subjectKind().id(),
        d.subject(),
        d.conversation(),
        known.party(d.authority()),
        known.name(d.person()),
        d.origin().id(),
        d.status().id(),
        d.termDays(),
        d.termUntil(),
        d.decidedBy(),
        known.name(d.decidedBy()),
        d.decidedAt(),
        second == null ? null : known.name(second.by()),
        second == null ? null : second.at(),
        second == null ? null : second.text(),
        d.inForceAt(),
        lifted == null ? null : lifted.at(),
        lifted == null ? null : lifted.text(),
        known.reports().getOrDefault(d.id(), List.of()),
        known.appeals(d.id()),
        known.correction(d.id()));
  }

  /**
   * Statements of reasons, for one whom the decisions concern; they name no moderator, and tell her
   * of no other side's appeal.
   */
  List<StatementResponse> statements(Actor actor, List<Decision> found, Instant now) {
    Known known = known(found);
    return found.stream().map(d -> statement(actor, d, known, now)).toList();
  }

  private StatementResponse statement(Actor actor, Decision d, Known known, Instant now) {
    CorrectionResponse correction = known.correction(d.id());
    boolean open = // who reads it by a link, in no session, corrects nothing
        actor.sessionId() != null
            && Corrections.hidesWhatCanBeCorrected(d)
            && (correction == null || correction.answeredAt() != null);
    String content = open ? hidden(actor, d) : null;
    Instant since = Objects.requireNonNull(d.inForceAt());
    Instant until = since.plus(settings.appealWithin());
    AppealResponse appeal = known.appeal(d.id(), ModerationPermission.sideOf(actor, d));
    Step lifted = d.lifted();
    return new StatementResponse(
        d.id(),
        d.kind().id(),
        d.scope() == null ? null : d.scope().id(),
        d.reason().id(),
        d.rule() == null ? null : d.rule().id(),
        d.text(),
        d.subjectKind().id(),
        d.subject(),
        d.conversation(),
        known.party(d.authority()),
        d.origin().id(),
        d.status().id(),
        since,
        d.termUntil(),
        lifted == null ? null : lifted.at(),
        lifted == null ? null : lifted.text(),
        until,
        appeal == null && d.status() != DecisionStatus.OVERTURNED && now.isBefore(until),
        appeal,
        open && (d.subjectKind() == SubjectKind.PROFILE || content != null),
        content,
        correction);
  }

  /** What a hidden message says that the actor can correct; null elsewhere. */
  private @Nullable String hidden(Actor actor, Decision d) {
    UUID conversation = d.conversation();
    return d.subjectKind() != SubjectKind.MESSAGE || conversation == null
        ? null
        : messages.findHidden(actor, conversation, d.subject()).orElse(null);
  }

  private Known known(List<Decision> found) {
    List<UUID> ids = found.stream().map(Decision::id).toList();
    Map<UUID, List<Appeal>> against = appeals.listAgainst(ids);
    Map<UUID, Correction> corrected = corrections.listLast(ids);
    List<UUID> named =
        Stream.concat(
                found.stream()
                    .flatMap(
                        d ->
                            Stream.of(
                                d.decidedBy(),
                                d.person(),
                                d.second() == null ? null : d.second().by())),
                Stream.concat(
                    against.values().stream().flatMap(List::stream).map(Appeal::by),
                    corrected.values().stream().map(Correction::by)))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return new Known(
        new HashMap<>(
            organisations.findAll(
                found.stream()
                    .map(Decision::authority)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()))),
        new HashMap<>(people.findAll(named)),
        reports.listClosedBy(ids),
        against,
        corrected);
  }

  /** What is known of those who are named in some decisions. */
  private record Known(
      Map<UUID, Organisation> authorities,
      Map<UUID, Person> people,
      Map<UUID, List<UUID>> reports,
      Map<UUID, List<Appeal>> against,
      Map<UUID, Correction> corrections) {
    @Nullable Party party(@Nullable UUID id) {
      Organisation found = id == null ? null : authorities.get(id);
      return found == null ? null : Party.of(found, found.name());
    }

    @Nullable String name(@Nullable UUID id) {
      Person found = id == null ? null : people.get(id);
      return found == null ? null : found.name();
    }

    List<AppealResponse> appeals(UUID decision) {
      return against.getOrDefault(decision, List.of()).stream().map(this::appeal).toList();
    }

    @Nullable AppealResponse appeal(UUID decision, AppealSide side) {
      return against.getOrDefault(decision, List.of()).stream()
          .filter(a -> a.side() == side)
          .findFirst()
          .map(this::appeal)
          .orElse(null);
    }

    @Nullable CorrectionResponse correction(UUID decision) {
      Correction c = corrections.get(decision);
      if (c == null) {
        return null;
      }
      Correction.Answered answered = c.answered();
      return new CorrectionResponse(
          c.content(),
          c.note(),
          name(c.by()),
          c.at(),
          answered == null ? null : answered.at(),
          answered == null ? null : answered.outcome().id(),
          answered == null ? null : answered.answer());
    }

    private AppealResponse appeal(Appeal a) {
      Appeal.Decided decided = a.decided();
      return new AppealResponse(
          a.id(),
          a.decision(),
          a.side().id(),
          a.text(),
          name(a.by()),
          a.at(),
          decided == null ? null : decided.at(),
          decided == null ? null : decided.outcome().id(),
          decided == null ? null : decided.answer());
    }
  }
}
