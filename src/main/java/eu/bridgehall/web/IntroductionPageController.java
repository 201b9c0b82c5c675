package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.partnerships.Box;
import eu.bridgehall.partnerships.IntroductionResponse;
import eu.bridgehall.partnerships.IntroductionService;
import eu.bridgehall.partnerships.model.IntroductionAction;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Introductions that were asked for: lists of them, and each with what can be done. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class IntroductionPageController {
  private static final int PAGE = 20;
  private static final String LIST = "/introductions";
  private static final String QUEUE = Addresses.REVIEW_INTRODUCTIONS;

  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("reason", "introductions.reason", "text", "introductions.words");

  private final Pages pages;
  private final Acting acting;
  private final IntroductionService introductions;
  private final IntroductionViews views;
  private final Messages messages;

  IntroductionPageController(
      Pages pages,
      Acting acting,
      IntroductionService introductions,
      IntroductionViews views,
      Messages messages) {
    this.pages = pages;
    this.acting = acting;
    this.introductions = introductions;
    this.views = views;
    this.messages = messages;
  }

  @Get(LIST)
  MutableHttpResponse<Object> list(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      @QueryValue @Nullable UUID authority,
      @QueryValue @Nullable String box,
      @QueryValue @Nullable String status,
      @QueryValue @Nullable Integer offset) {
    List<Reader.ActsFor> own = acting.all(actor);
    Reader.ActsFor mine = acting.chosen(own, authority).orElse(null);
    Box chosen = box == null ? Box.RECEIVED : FieldChecks.chosen("box", box, Box.class);
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<IntroductionResponse> found =
        mine == null
            ? Page.of(List.of())
            : introductions.list(actor, mine.id(), chosen, statuses(status), asked);
    String address =
        mine == null
            ? LIST
            : LIST
                + "?authority="
                + mine.id()
                + "&box="
                + chosen.id()
                + (isEmpty(status) ? "" : "&status=" + status);
    return pages.page(
        request,
        actor,
        "introductions/list",
        Map.of("view", view(mine, own, chosen.id(), status, found, asked, address, language)));
  }

  /** What waits for a review of the reader. */
  @Get(QUEUE)
  MutableHttpResponse<Object> queue(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<IntroductionResponse> found = introductions.queue(actor, asked);
    return pages.page(
        request,
        actor,
        "introductions/queue",
        Map.of("view", view(null, List.of(), "queue", null, found, asked, QUEUE, language)));
  }

  @Get(LIST + "/{id}")
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, Locale language, UUID id) {
    IntroductionView view =
        views.of(
            actor,
            introductions.get(actor, id),
            language,
            IntroductionStepForm.NOTHING,
            FormErrors.NONE);
    return pages.pageOrPart(
        request, actor, "introductions/page", "introductions/_contact", Map.of("view", view));
  }

  /** Takes a step, and says at the form what is wrong with it. */
  @Post(LIST + "/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> step(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      @Body IntroductionStepForm form) {
    try {
      IntroductionResponse after = take(actor, id, form);
      boolean stillHers =
          actor.isMember(after.from().id(), MemberRole.VIEWER)
              || actor.isMember(after.to().id(), MemberRole.VIEWER);
      String review = after.proposedBy() == null ? QUEUE : Addresses.PROPOSALS;
      return Pages.to(stillHers ? LIST + "/" + id : review, "introduction-" + form.step());
    } catch (NotFound refusal) {
      throw refusal;
    } catch (DomainException refusal) {
      IntroductionView view =
          views.of(
              actor,
              introductions.get(actor, id),
              language,
              form,
              FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
      HttpStatus status = ProblemFactory.status(refusal);
      return pages.page(request, actor, status, "introductions/page", Map.of("view", view));
    }
  }

  private IntroductionResponse take(Actor actor, UUID id, IntroductionStepForm form) {
    IntroductionAction action =
        Coded.find(IntroductionAction.class, form.step())
            .orElseThrow(() -> new NotFound("introductions.notFound"));
    return switch (action) {
      case ACCEPT -> introductions.accept(actor, id);
      case DECLINE -> introductions.decline(actor, id, form.why());
      case WITHDRAW -> introductions.withdraw(actor, id);
      case APPROVE -> introductions.approve(actor, id);
      case REJECT -> introductions.reject(actor, id, form.why());
      case EXPIRE, END -> throw new NotFound("introductions.notFound");
    };
  }

  private static boolean isEmpty(@Nullable String status) {
    return status == null || status.isEmpty();
  }

  /** All, all that are open, or those in one status. */
  private static List<IntroductionStatus> statuses(@Nullable String asked) {
    if (asked == null || asked.isEmpty()) {
      return List.of();
    }
    return IntroductionListView.OPEN.equals(asked)
        ? Stream.of(IntroductionStatus.values()).filter(IntroductionStatus::isOpen).toList()
        : List.of(FieldChecks.chosen("status", asked, IntroductionStatus.class));
  }

  private IntroductionListView view(
      Reader.@Nullable ActsFor mine,
      List<Reader.ActsFor> own,
      String box,
      @Nullable String status,
      Page<IntroductionResponse> found,
      PageRequest asked,
      String address,
      Locale language) {
    return new IntroductionListView(
        mine,
        own,
        box,
        isEmpty(status) ? null : status,
        views.rows(found, language),
        found.total(),
        asked.offset(),
        Pager.of(address, asked, found));
  }
}
