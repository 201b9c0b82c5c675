package eu.bridgehall.moderation;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.messaging.Party;
import eu.bridgehall.moderation.Decision.Step;
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
  private final ReportRepository reports;
  private final Organisations organisations;
  private final People people;
  private final ModerationSettings settings;

  DecisionAnswers(
      AppealRepository appeals,
      ReportRepository reports,
      Organisations organisations,
      People people,
      ModerationSettings settings) {
    this.appeals = appeals;
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
        known.appeal(d.id()));
  }

  /** Statements of reasons, for whom the decisions concern; they name no moderator. */
  List<StatementResponse> statements(List<Decision> found, Instant now) {
    Known known = known(found);
    return found.stream().map(d -> statement(d, known, now)).toList();
  }

  private StatementResponse statement(Decision d, Known known, Instant now) {
    Instant since = Objects.requireNonNull(d.inForceAt());
    Instant until = since.plus(settings.appealWithin());
    AppealResponse appeal = known.appeal(d.id());
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
        appeal == null && now.isBefore(until),
        appeal);
  }

  private Known known(List<Decision> found) {
    Map<UUID, Appeal> against = appeals.listAgainst(found.stream().map(Decision::id).toList());
    List<UUID> named =
        Stream.concat(
                found.stream()
                    .flatMap(
                        d ->
                            Stream.of(
                                d.decidedBy(),
                                d.person(),
                                d.second() == null ? null : d.second().by())),
                against.values().stream().map(Appeal::by))
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
        reports.listClosedBy(found.stream().map(Decision::id).toList()),
        against);
  }

  /** What is known of those who are named in some decisions. */
  private record Known(
      Map<UUID, Organisation> authorities,
      Map<UUID, Person> people,
      Map<UUID, List<UUID>> reports,
      Map<UUID, Appeal> appeals) {
    @Nullable Party party(@Nullable UUID id) {
      Organisation found = id == null ? null : authorities.get(id);
      return found == null ? null : Party.of(found, found.name());
    }

    @Nullable String name(@Nullable UUID id) {
      Person found = id == null ? null : people.get(id);
      return found == null ? null : found.name();
    }

    @Nullable AppealResponse appeal(UUID decision) {
      Appeal a = appeals.get(decision);
      if (a == null) {
        return null;
      }
      Appeal.Decided decided = a.decided();
      return new AppealResponse(
          a.id(),
          decision,
          a.text(),
          name(a.by()),
          a.at(),
          decided == null ? null : decided.at(),
          decided == null ? null : decided.outcome().id(),
          decided == null ? null : decided.answer());
    }
  }
}
