package eu.bridgehall.web;

import eu.bridgehall.discovery.CodeNames;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.partnerships.AuthorityRef;
import eu.bridgehall.partnerships.IntroductionReasons;
import eu.bridgehall.partnerships.IntroductionResponse;
import eu.bridgehall.partnerships.IntroductionResponse.SideAnswer;
import eu.bridgehall.partnerships.IntroductionResponse.StepResponse;
import eu.bridgehall.partnerships.IntroductionService;
import eu.bridgehall.partnerships.model.IntroductionAction;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.scoring.Reason.CodeKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Introductions as the pages show them. */
@Singleton
class IntroductionViews {
  private final IntroductionService introductions;
  private final CodeNames names;
  private final IntroductionReasons reasons;
  private final QueueMarks marks;

  IntroductionViews(
      IntroductionService introductions,
      CodeNames names,
      IntroductionReasons reasons,
      QueueMarks marks) {
    this.introductions = introductions;
    this.names = names;
    this.reasons = reasons;
    this.marks = marks;
  }

  /** A page of introductions. */
  List<IntroductionView.Row> rows(Page<IntroductionResponse> page, Locale reader) {
    return page.items().stream()
        .map(
            i ->
                new IntroductionView.Row(
                    i,
                    side(i.from(), reader),
                    side(i.to(), reader),
                    i.actions().contains(IntroductionAction.ACCEPT.id())))
        .toList();
  }

  /** One introduction, with all that its reader may do. */
  IntroductionView of(
      Actor actor,
      IntroductionResponse i,
      Locale reader,
      IntroductionStepForm form,
      FormErrors errors) {
    boolean first = actor.isMember(i.from().id(), MemberRole.VIEWER);
    boolean second = actor.isMember(i.to().id(), MemberRole.VIEWER);
    boolean proposed = i.proposedBy() != null;
    IntroductionReasons.ReasonLists lists = reasons.list(reader);
    return new IntroductionView(
        i,
        side(i.from(), reader),
        side(i.to(), reader),
        first && !proposed,
        second || (first && proposed),
        second && !first,
        i.cooperationTypes().stream()
            .map(id -> names.name(CodeKind.COOPERATION, id, reader))
            .toList(),
        i.themes().stream().map(id -> names.name(CodeKind.THEME, id, reader)).toList(),
        introductions.findMatch(actor, i.id(), reader).orElse(null),
        history(i, lists),
        options(lists.decline()),
        options(lists.reject()),
        form,
        errors,
        i.actions().contains(IntroductionAction.APPROVE.id())
            ? marks.of(actor, WaitingKind.INTRODUCTION, i.id(), "/introductions/" + i.id())
            : null);
  }

  /** One side, its country named for the reader. */
  IntroductionView.Side side(AuthorityRef authority, Locale reader) {
    return new IntroductionView.Side(
        authority.id(), authority.name(), names.country(authority.countryCode(), reader));
  }

  private static List<Option> options(List<IntroductionReasons.Reason> reasons) {
    return reasons.stream().map(r -> new Option(r.id(), r.name())).toList();
  }

  private static List<IntroductionView.Event> history(
      IntroductionResponse i, IntroductionReasons.ReasonLists lists) {
    List<IntroductionView.Event> events = new ArrayList<>();
    String proposer = i.proposedBy();
    events.add(
        proposer == null
            ? event("asked", i.askedAt(), i.from().name(), i.askedBy(), null, null)
            : event("proposed", i.askedAt(), proposer, null, null, null));
    i.sideAnswers().stream()
        .sorted(Comparator.comparing(SideAnswer::at))
        .map(a -> answer(i, a, lists))
        .forEach(events::add);
    StepResponse review = i.review();
    boolean rejected = IntroductionStatus.REJECTED.id().equals(i.status());
    if (review != null) {
      events.add(
          event(
              rejected ? "rejected" : "approved",
              review.at(),
              "",
              review.by(),
              name(lists.reject(), review.reason()),
              review.text()));
    }
    StepResponse answer = i.answer();
    if (answer != null) {
      events.add(
          event(
              IntroductionStatus.ACCEPTED.id().equals(i.status()) ? "accepted" : "declined",
              answer.at(),
              i.to().name(),
              answer.by(),
              name(lists.decline(), answer.reason()),
              answer.text()));
    }
    Instant withdrawn = i.withdrawnAt();
    if (withdrawn != null) {
      String by = proposer == null ? i.from().name() : proposer;
      events.add(event("withdrawn", withdrawn, by, i.withdrawnBy(), null, null));
    }
    Instant closed = i.closedAt();
    if (closed != null) {
      events.add(event(i.status(), closed, "", null, null, null));
    }
    return events;
  }

  private static IntroductionView.Event answer(
      IntroductionResponse i, SideAnswer answer, IntroductionReasons.ReasonLists lists) {
    return event(
        answer.accepted() ? "accepted" : "declined",
        answer.at(),
        answer.authority().equals(i.from().id()) ? i.from().name() : i.to().name(),
        answer.by(),
        name(lists.decline(), answer.reason()),
        answer.text());
  }

  private static IntroductionView.Event event(
      String what,
      Instant at,
      String authority,
      @Nullable String by,
      @Nullable String reason,
      @Nullable String text) {
    return new IntroductionView.Event(what, at, Map.of("authority", authority), by, reason, text);
  }

  private static @Nullable String name(
      List<IntroductionReasons.Reason> list, @Nullable String reason) {
    return list.stream()
        .filter(r -> r.id().equals(reason))
        .map(IntroductionReasons.Reason::name)
        .findFirst()
        .orElse(null);
  }
}
