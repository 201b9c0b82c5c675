package eu.bridgehall.web;

import eu.bridgehall.accounts.Administration;
import eu.bridgehall.discovery.CodeNames;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.organisations.Organisation;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/** The national associations and their officers. */
@Hidden
@Controller(Addresses.ASSOCIATIONS)
@Produces(MediaType.TEXT_HTML)
@Secured(
    SecurityRule
        .IS_AUTHENTICATED) // who is no administrator is told so by the service, in her language
class AssociationsPageController {
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "countryCode", "associations.country",
          "name", "associations.name",
          "website", "associations.website",
          "email", "start.signIn.email");

  private final Pages pages;
  private final Administration administration;
  private final OptionLists options;
  private final CodeNames names;
  private final Messages messages;

  AssociationsPageController(
      Pages pages,
      Administration administration,
      OptionLists options,
      CodeNames names,
      Messages messages) {
    this.pages = pages;
    this.administration = administration;
    this.options = options;
    this.names = names;
    this.messages = messages;
  }

  /** What a form does; gives where to go then. */
  private interface Step {
    MutableHttpResponse<Object> take();
  }

  @Get
  MutableHttpResponse<Object> list(HttpRequest<?> request, Actor actor, Locale language) {
    return list(request, actor, language, HttpStatus.OK, AssociationForm.NOTHING, FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> create(
      HttpRequest<?> request, Actor actor, Locale language, @Body AssociationForm form) {
    try {
      Organisation added =
          administration.createAssociation(actor, form.countryCode(), form.name(), form.website());
      return Pages.to(Addresses.association(added.id()), "association-added");
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return list(
          request,
          actor,
          language,
          ProblemFactory.status(refusal),
          form,
          errors(refusal, language));
    }
  }

  @Get("/{associationId}")
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, UUID associationId) {
    AssociationForm asItIs =
        AssociationForm.of(administration.getAssociation(actor, associationId));
    return page(request, actor, HttpStatus.OK, associationId, asItIs, FormErrors.NONE);
  }

  @Post("/{associationId}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> change(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID associationId,
      @Body AssociationForm form) {
    return take(
        request,
        actor,
        language,
        associationId,
        form,
        () -> {
          administration.changeAssociation(actor, associationId, form.name(), form.website());
          return Pages.to(Addresses.association(associationId), "association-changed");
        });
  }

  @Post("/{associationId}/officers")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> addOfficer(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID associationId,
      @Body AssociationForm form) {
    Organisation asItIs = administration.getAssociation(actor, associationId);
    AssociationForm shown =
        new AssociationForm(null, asItIs.name(), asItIs.website(), form.email());
    return take(
        request,
        actor,
        language,
        associationId,
        shown,
        () -> {
          administration.addOfficer(actor, associationId, form.email());
          return Pages.to(Addresses.association(associationId), "officer-added");
        });
  }

  @Post("/{associationId}/officers/{personId}/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> removeOfficer(Actor actor, UUID associationId, UUID personId) {
    administration.removeOfficer(actor, associationId, personId);
    return Pages.to(Addresses.association(associationId), "officer-removed");
  }

  private MutableHttpResponse<Object> take(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID associationId,
      AssociationForm form,
      Step step) {
    try {
      return step.take();
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return page(
          request,
          actor,
          ProblemFactory.status(refusal),
          associationId,
          form,
          errors(refusal, language));
    }
  }

  private FormErrors errors(DomainException refusal, Locale language) {
    return FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language);
  }

  private MutableHttpResponse<Object> list(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      AssociationForm form,
      FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "admin/associations",
        Map.of(
            "associations",
            administration.listAssociations(actor),
            "countries",
            options.countries(language),
            "names",
            names,
            "form",
            form,
            "errors",
            errors));
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      UUID associationId,
      AssociationForm form,
      FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "admin/association",
        Map.of(
            "association",
            administration.getAssociation(actor, associationId),
            "officers",
            administration.listOfficers(actor, associationId),
            "names",
            names,
            "form",
            form,
            "errors",
            errors));
  }
}
