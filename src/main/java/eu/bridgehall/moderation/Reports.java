package eu.bridgehall.moderation;

import eu.bridgehall.accounts.LegalTexts;
import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.messaging.Attachments;
import eu.bridgehall.messaging.Party;
import eu.bridgehall.messaging.ReportedContent;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.profiles.Profiles;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.profiles.model.ProfileText;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports of conversations, messages, files and profiles to the secretariat, which reads what was
 * reported only.
 */
@Singleton
public class Reports {
  /** How often one client may report, in the settings. */
  public static final String LIMIT = "reports";

  private static final int LONGEST = 2_000;

  private final ReportRepository reports;
  private final ReportedContent content;
  private final Profiles profiles;
  private final ModerationPermission permission;
  private final Organisations organisations;
  private final People people;
  private final DecisionRepository decisions;
  private final LegalTexts legal;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  Reports(
      ReportRepository reports,
      ReportedContent content,
      Profiles profiles,
      ModerationPermission permission,
      Organisations organisations,
      People people,
      DecisionRepository decisions,
      LegalTexts legal,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.reports = reports;
    this.content = content;
    this.profiles = profiles;
    this.permission = permission;
    this.organisations = organisations;
    this.people = people;
    this.decisions = decisions;
    this.legal = legal;
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
   * @throws DomainException.Forbidden for who has written it, and while her reports are put aside
   */
  @Transactional
  public ReportResponse report(
      Actor actor, UUID conversation, @Nullable UUID message, ReportRequest request) {
    return message == null
        ? make(
            actor,
            SubjectKind.CONVERSATION,
            conversation,
            conversation,
            content.conversation(actor, conversation),
            request)
        : make(
            actor,
            SubjectKind.MESSAGE,
            message,
            conversation,
            content.message(actor, conversation, message),
            request);
  }

  /** Reports a file of a message. Refusals as {@link #report}. */
  @Transactional
  public ReportResponse reportFile(
      Actor actor, UUID conversation, UUID file, ReportRequest request) {
    return make(
        actor,
        SubjectKind.ATTACHMENT,
        file,
        conversation,
        content.file(actor, conversation, file),
        request);
  }

  /**
   * Reports the profile of an authority.
   *
   * @throws DomainException.NotFound where the actor sees nothing of it
   * @throws DomainException.Forbidden for the members of the authority, and while her reports are
   *     put aside
   * @throws DomainException.Conflict where she has reported it before
   * @throws DomainException.Invalid without a reason, or a text where the reason needs one
   */
  @Transactional
  public ReportResponse reportProfile(Actor actor, UUID authority, ReportRequest request) {
    Profiles.Seen seen = profiles.get(actor, authority);
    if (actor.isMember(authority, MemberRole.VIEWER)) {
      throw new DomainException.Forbidden("moderation.report.own");
    }
    // what others than the reporter see is not told to her
    ProfileContent written = seen.profile().content();
    List<ProfileText> texts =
        seen.part().includes(ProfilePart.MEMBERS) ? written.texts() : written.summaries();
    String said =
        Stream.concat(Stream.of(seen.profile().name()), texts.stream().map(ProfileText::text))
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n\n"));
    ReportedContent.Kept kept =
        new ReportedContent.Kept(null, authority, null, said, List.of(), List.of());
    return make(actor, SubjectKind.PROFILE, authority, null, kept, request);
  }

  private ReportResponse make(
      Actor actor,
      SubjectKind kind,
      UUID subject,
      @Nullable UUID conversation,
      ReportedContent.Kept kept,
      ReportRequest request) {
    if (actor.person().equals(kept.author())) {
      throw new DomainException.Forbidden("moderation.report.ownMessage");
    }
    mustBeHeard(actor);
    FieldChecks checks = new FieldChecks();
    ReportReason reason = checks.choice("reason", request.reason(), ReportReason.class);
    String text =
        reason == ReportReason.OTHER
            ? checks.text("text", request.text(), LONGEST)
            : checks.optionalText("text", request.text(), LONGEST);
    checks.done();
    ReportRepository.Row row =
        new ReportRepository.Row(
            Ids.next(),
            kind,
            subject,
            conversation,
            kept.excerpt(),
            kept.earlier(),
            kept.files(),
            Objects.requireNonNull(reason),
            text,
            actor.person(),
            kept.reader(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            kept.side(),
            kept.author(),
            null,
            null);
    if (!reports.add(row)) {
      throw new DomainException.Conflict("conversations.reportedBefore");
    }
    audit.record(
        actor, "report.make", row.subject(), Map.of("report", row.id(), "reason", reason.id()));
    outbox.publish(new ReportMade(row.id(), conversation));
    return answer(List.of(row)).getFirst();
  }

  /** Refuses a person whose reports are put aside, and says where she can turn to instead. */
  private void mustBeHeard(Actor actor) {
    decisions
        .findReportsStopped(actor.person(), clock.instant())
        .ifPresent(
            until -> {
              throw new DomainException.Forbidden(
                  "moderation.report.putAside",
                  Map.of("date", Date.from(until), "contact", legal.contact()));
            });
  }

  /**
   * The reports, the newest first; without those about which the actor is not impartial.
   *
   * @param state only those; null for all
   * @throws DomainException.Forbidden for everybody but the secretariat
   */
  @Transactional
  public Page<ReportResponse> list(Actor actor, @Nullable ReportState state, PageRequest page) {
    permission.mustModerate(actor);
    List<ReportRepository.Row> found = reports.list(actor, state, page.offset(), page.limit());
    if (!found.isEmpty()) {
      List<UUID> ids = found.stream().map(ReportRepository.Row::id).toList();
      audit.record(actor, "report.list", actor.person(), Map.of("reports", ids));
    }
    return Page.at(page.offset(), answer(found), reports.count(actor, state));
  }

  /**
   * A report.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   * @throws DomainException.NotFound where there is none, and for who is not impartial about it
   */
  @Transactional
  public ReportResponse get(Actor actor, UUID id) {
    permission.mustModerate(actor);
    return answer(read(actor, List.of(row(actor, id)))).getFirst();
  }

  /** Whether the actor, who is of the secretariat, reads the report. */
  @Transactional
  public boolean isFor(Actor actor, UUID id) {
    return reports.find(id).filter(r -> permission.isImpartial(actor, r)).isPresent();
  }

  /** All reports of the same thing, the newest first. Refusals as {@link #get}. */
  @Transactional
  public List<ReportResponse> listSame(Actor actor, UUID id) {
    permission.mustModerate(actor);
    return answer(
        read(
            actor,
            reports.listAbout(row(actor, id).subject()).stream()
                .filter(r -> permission.isImpartial(actor, r))
                .toList()));
  }

  /** Whoever reads what others wrote to each other leaves an entry. */
  private List<ReportRepository.Row> read(Actor actor, List<ReportRepository.Row> rows) {
    rows.forEach(
        row -> audit.record(actor, "report.read", row.subject(), Map.of("report", row.id())));
    return rows;
  }

  /**
   * The file that was reported, which the secretariat has to look at. Refusals as {@link #get}.
   *
   * @throws DomainException.NotFound where no file was reported, or it is gone
   */
  @Transactional
  public Attachments.Content file(Actor actor, UUID id) {
    permission.mustModerate(actor);
    ReportRepository.Row row = row(actor, id);
    UUID conversation = row.conversation();
    if (row.kind() != SubjectKind.ATTACHMENT || conversation == null) {
      throw new DomainException.NotFound("conversations.attachment.notFound");
    }
    audit.record(actor, "report.readFile", row.subject(), Map.of("report", id));
    return content.reportedFile(conversation, row.subject());
  }

  /**
   * Who has reported what a decision closes, and the report, for whoever tells them what came of
   * it.
   */
  @Transactional
  public Map<UUID, UUID> listReporters(UUID decision) {
    return reports.listClosedBy(decision).stream()
        .collect(
            Collectors.toMap(
                ReportRepository.Row::reporter, ReportRepository.Row::id, (first, later) -> later));
  }

  private ReportRepository.Row row(Actor actor, UUID id) {
    return reports
        .find(id)
        .filter(r -> permission.isImpartial(actor, r))
        .orElseThrow(() -> new DomainException.NotFound("moderation.noReport"));
  }

  private List<ReportResponse> answer(List<ReportRepository.Row> rows) {
    Map<UUID, List<Party>> sides =
        content.sides(
            rows.stream()
                .map(ReportRepository.Row::conversation)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    Map<UUID, Organisation> authorities =
        organisations.findAll(
            rows.stream()
                .map(ReportRepository.Row::authority)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    Map<UUID, Person> named =
        people.findAll(
            rows.stream()
                .flatMap(r -> Stream.of(r.reporter(), r.author()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<UUID, ReportRepository.Tally> tallies =
        reports.tally(
            rows.stream().map(ReportRepository.Row::reporter).collect(Collectors.toSet()));
    return rows.stream()
        .map(
            r -> {
              UUID conversation = r.conversation();
              Organisation authority =
                  r.authority() == null ? null : authorities.get(r.authority());
              return new ReportResponse(
                  r.id(),
                  r.kind().id(),
                  r.subject(),
                  conversation,
                  conversation == null ? List.of() : sides.getOrDefault(conversation, List.of()),
                  authority == null ? null : Party.of(authority, authority.name()),
                  name(named, r.author()),
                  r.excerpt(),
                  r.earlier(),
                  r.files(),
                  r.reason().id(),
                  r.text(),
                  name(named, r.reporter()),
                  r.reporter(),
                  tallies.getOrDefault(r.reporter(), ReportRepository.Tally.NONE).unfounded(),
                  r.reportedFor(),
                  r.at(),
                  r.decision(),
                  r.again());
            })
        .toList();
  }

  private static @Nullable String name(Map<UUID, Person> named, @Nullable UUID person) {
    Person found = person == null ? null : named.get(person);
    return found == null ? null : found.name();
  }
}
