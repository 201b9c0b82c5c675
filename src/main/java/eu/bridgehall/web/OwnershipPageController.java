package eu.bridgehall.web;

import eu.bridgehall.accounts.Member;
import eu.bridgehall.accounts.MemberService;
import eu.bridgehall.accounts.OwnershipChange;
import eu.bridgehall.accounts.Ownerships;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.Conflict;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.platform.waiting.WaitingKind;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an authority comes to another owner: handed over, asked for, appointed. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class OwnershipPageController {
  private static final String HERE = "/authorities/{id}/ownership";
  private static final int PAGE = 20;

  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "to", "members.ownership.to",
          "keeps", "members.ownership.keepsLabel",
          "person", "members.ownership.to",
          "grant", "members.ownership.decision",
          "text", "members.ownership.reason");

  private final Pages pages;
  private final Ownerships ownerships;
  private final MemberService members;
  private final Organisations organisations;
  private final QueueMarks marks;
  private final Messages messages;

  OwnershipPageController(
      Pages pages,
      Ownerships ownerships,
      MemberService members,
      Organisations organisations,
      QueueMarks marks,
      Messages messages) {
    this.pages = pages;
    this.ownerships = ownerships;
    this.members = members;
    this.organisations = organisations;
    this.marks = marks;
    this.messages = messages;
  }

  /** What a form does; gives where to go then. */
  private interface Step {
    MutableHttpResponse<Object> take();
  }

  @Get(HERE)
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, UUID id) {
    return page(request, actor, HttpStatus.OK, id, OwnershipForm.NOTHING, FormErrors.NONE);
  }

  @Post(HERE + "/offer")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> offer(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body OwnershipForm form) {
    return take(
        request,
        actor,
        language,
        id,
        form,
        () -> {
          UUID to = OwnershipForm.chosen("to", form.to());
          boolean done = ownerships.offer(actor, id, to, form.keeps());
          return Pages.to(Addresses.ownership(id), done ? "ownership-taken" : "ownership-offered");
        });
  }

  @Post(HERE + "/ask")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> ask(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body OwnershipForm form) {
    return take(
        request,
        actor,
        language,
        id,
        form,
        () -> {
          ownerships.ask(actor, id, form.text());
          return Pages.to(Addresses.ownership(id), "ownership-asked");
        });
  }

  @Post(HERE + "/appoint")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> appoint(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body OwnershipForm form) {
    return take(
        request,
        actor,
        language,
        id,
        form,
        () -> {
          UUID person = OwnershipForm.chosen("person", form.person());
          ownerships.appoint(actor, id, person, form.text(), form.replacesAll());
          return Pages.to(Addresses.ownership(id), "ownership-appointed");
        });
  }

  @Post(HERE + "/{change}/accept")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> accept(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, UUID change) {
    return take(
        request,
        actor,
        language,
        id,
        OwnershipForm.NOTHING,
        () -> {
          ownerships.accept(actor, id, change);
          return Pages.to(Addresses.ownership(id), "ownership-taken");
        });
  }

  @Post(HERE + "/{change}/decline")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> decline(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, UUID change) {
    return take(
        request,
        actor,
        language,
        id,
        OwnershipForm.NOTHING,
        () -> {
          ownerships.decline(actor, id, change);
          return Pages.to(Addresses.ownership(id), "ownership-declined");
        });
  }

  @Post(HERE + "/{change}/withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> withdraw(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, UUID change) {
    return take(
        request,
        actor,
        language,
        id,
        OwnershipForm.NOTHING,
        () -> {
          ownerships.withdraw(actor, id, change);
          return Pages.to(Addresses.ownership(id), "ownership-withdrawn");
        });
  }

  /** A request, and what is decided about it. */
  @Get(HERE + "/{change}")
  MutableHttpResponse<Object> request(HttpRequest<?> request, Actor actor, UUID id, UUID change) {
    return decision(
        request, actor, HttpStatus.OK, id, change, OwnershipForm.NOTHING, FormErrors.NONE);
  }

  @Post(HERE + "/{change}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> decide(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      UUID change,
      @Body OwnershipForm form) {
    try {
      ownerships.decide(actor, id, change, form.granted(), form.text());
      return Pages.to(Addresses.ownership(id), "ownership-decided");
    } catch (DomainException.Invalid | Conflict refusal) {
      return decision(
          request,
          actor,
          ProblemFactory.status(refusal),
          id,
          change,
          form,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  /** A request, as the queue leads to it. */
  @Get(Addresses.REVIEW_OWNERSHIP + "/{change}")
  MutableHttpResponse<Object> waiting(HttpRequest<?> request, Actor actor, UUID change) {
    OwnershipChange asked = ownerships.getRequest(actor, change);
    return decision(
        request,
        actor,
        HttpStatus.OK,
        asked.authority(),
        change,
        OwnershipForm.NOTHING,
        FormErrors.NONE);
  }

  /** The requests that wait. */
  @Get(Addresses.REVIEW_OWNERSHIP)
  MutableHttpResponse<Object> queue(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<OwnershipChange> found = ownerships.listRequests(actor, asked);
    Map<String, Object> model = new HashMap<>();
    model.put("requests", found.items());
    model.put(
        "names",
        organisations.findAll(found.items().stream().map(OwnershipChange::authority).toList()));
    model.put("previous", asked.offset() == 0 ? null : at(Math.max(0, asked.offset() - PAGE)));
    model.put("next", found.next() == null ? null : at(asked.offset() + PAGE));
    return pages.page(request, actor, "review/ownership", model);
  }

  private static String at(int offset) {
    return offset == 0
        ? Addresses.REVIEW_OWNERSHIP
        : Addresses.REVIEW_OWNERSHIP + "?offset=" + offset;
  }

  private MutableHttpResponse<Object> take(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      OwnershipForm form,
      Step step) {
    try {
      return step.take();
    } catch (DomainException.Invalid | Conflict refusal) {
      return page(
          request,
          actor,
          ProblemFactory.status(refusal),
          id,
          form,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  private MutableHttpResponse<Object> decision(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      UUID id,
      UUID change,
      OwnershipForm form,
      FormErrors errors) {
    OwnershipChange asked = ownerships.getRequest(actor, id, change);
    boolean reviews = !actor.isMember(id, MemberRole.OWNER);
    Map<String, Object> model = new HashMap<>();
    model.put("authority", organisations.getAuthority(id));
    model.put("change", asked);
    model.put("objection", reviews ? ownerships.objectionUntil(asked).orElse(null) : null);
    model.put(
        "mark",
        reviews
            ? marks.of(
                actor, WaitingKind.OWNERSHIP, change, Addresses.REVIEW_OWNERSHIP + "/" + change)
            : null);
    model.put("form", form);
    model.put("errors", errors);
    return pages.page(request, actor, status, "members/ownership-request", model);
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      UUID id,
      OwnershipForm form,
      FormErrors errors) {
    List<Member> all = members.list(actor, id);
    OwnershipView view =
        new OwnershipView(
            id,
            organisations.getAuthority(id).name(),
            all.stream().filter(m -> m.role() == MemberRole.OWNER).toList(),
            ownerships.list(actor, id),
            actor.isMember(id, MemberRole.OWNER),
            ownerships.mayAsk(actor, id),
            ownerships.mayAppoint(actor, id),
            ownerships.hasOwner(id),
            all.stream()
                .filter(m -> !m.personId().equals(actor.personId()))
                .map(m -> new Option(m.personId().toString(), m.name()))
                .toList(),
            form,
            errors);
    return pages.page(request, actor, status, "members/ownership", Map.of("view", view));
  }
}
