package eu.bridgehall.web;

import eu.bridgehall.accounts.Account;
import eu.bridgehall.accounts.Administration;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.PlatformRole;
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
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accounts, and who of them works for the secretariat. */
@Hidden
@Controller(Addresses.PEOPLE)
@Produces(MediaType.TEXT_HTML)
@Secured(
    SecurityRule
        .IS_AUTHENTICATED) // who is no administrator is told so by the service, in her language
class PeoplePageController {
  private static final int PAGE = 20;
  private static final List<String> ROLES =
      Arrays.stream(PlatformRole.values()).map(PlatformRole::id).toList();

  private final Pages pages;
  private final Administration administration;
  private final Messages messages;

  PeoplePageController(Pages pages, Administration administration, Messages messages) {
    this.pages = pages;
    this.administration = administration;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request,
      Actor actor,
      @QueryValue @Nullable String q,
      @QueryValue @Nullable Integer offset) {
    String words = q == null ? "" : q.strip();
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<Account> found = administration.list(actor, words, asked);
    String here =
        words.isEmpty()
            ? Addresses.PEOPLE
            : UriBuilder.of(Addresses.PEOPLE).queryParam("q", words).build().toString();
    return pages.page(
        request,
        actor,
        "admin/people",
        Map.of(
            "people", found.items(),
            "total", found.total(),
            "words", words,
            "pager", Pager.of(here, asked, found)));
  }

  @Get("/{personId}")
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, UUID personId) {
    return page(request, actor, HttpStatus.OK, personId, FormErrors.NONE);
  }

  @Post("/{personId}/roles")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> change(
      HttpRequest<?> request, Actor actor, Locale language, UUID personId, @Body RoleForm form) {
    try {
      PlatformRole role = FieldChecks.chosen("role", form.role(), PlatformRole.class);
      RoleForm.Step step = FieldChecks.chosen("step", form.step(), RoleForm.Step.class);
      switch (step) {
        case GIVE -> administration.grant(actor, personId, role);
        case TAKE -> administration.revoke(actor, personId, role);
      }
      return Pages.to(Addresses.person(personId), "role-" + step.id());
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return page(
          request,
          actor,
          ProblemFactory.status(refusal),
          personId,
          FormErrors.of(refusal, messages, language));
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request, Actor actor, HttpStatus status, UUID personId, FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "admin/person",
        Map.of("sheet", administration.get(actor, personId), "roles", ROLES, "errors", errors));
  }
}
