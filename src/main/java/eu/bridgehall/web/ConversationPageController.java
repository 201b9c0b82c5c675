package eu.bridgehall.web;

import eu.bridgehall.discovery.CodeNames;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.messaging.ConversationResponse;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.messaging.MarkRead;
import eu.bridgehall.messaging.MessageResponse;
import eu.bridgehall.messaging.MessageSlice;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What authorities that are in touch write to each other. */
@Hidden
@Controller("/conversations")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ConversationPageController {
  private static final int PAGE = 20;
  private static final int MESSAGES = 30;
  private static final String ROOT = "/conversations/";
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("authority", "conversations.writeFor", "text", "conversations.write");

  private final Pages pages;
  private final ConversationService conversations;
  private final CodeNames names;
  private final Messages messages;

  ConversationPageController(
      Pages pages, ConversationService conversations, CodeNames names, Messages messages) {
    this.pages = pages;
    this.conversations = conversations;
    this.names = names;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<ConversationResponse> found = conversations.list(actor, null, asked);
    ConversationListView view =
        new ConversationListView(
            found.items().stream()
                .map(c -> new ConversationListView.Row(c, country(c, language)))
                .toList(),
            actor.authorities().size() > 1,
            found.total(),
            asked.offset() == 0
                ? null
                : "/conversations?offset=" + Math.max(0, asked.offset() - PAGE),
            found.next() == null ? null : "/conversations?offset=" + found.next());
    return pages.page(request, actor, "conversations/list", Map.of("view", view));
  }

  /**
   * A conversation: its newest messages, or those before a number.
   *
   * @param before the number
   */
  @Get("/{id}")
  MutableHttpResponse<Object> show(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      @QueryValue @Nullable Long before) {
    ConversationView view =
        view(actor, language, id, MessageSlice.of(null, before, MESSAGES), null, FormErrors.NONE);
    return pages.pageOrPart(
        request, actor, "conversations/page", "conversations/_older", Map.of("view", view));
  }

  /** The messages after a number, for a page that is open; nothing where there are none. */
  @Get("/{id}/newer")
  MutableHttpResponse<Object> newer(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @QueryValue long after) {
    ConversationView view =
        view(actor, language, id, MessageSlice.of(after, null, MESSAGES), null, FormErrors.NONE);
    if (!Pages.wantsPart(request)) {
      return Pages.to(ROOT + id);
    }
    return view.messages().isEmpty()
        ? HttpResponse.noContent()
        : pages.page(request, actor, "conversations/_newer", Map.of("view", view));
  }

  /** Posts a message, or notes that those shown were read. */
  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> post(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body MessageForm form) {
    if (form.read() != null) {
      conversations.markRead(actor, id, new MarkRead(form.read()));
      return Pages.wantsPart(request)
          ? HttpResponse.<Object>ok("").contentType(MediaType.TEXT_HTML_TYPE)
          : Pages.to(ROOT + id);
    }
    try {
      MessageResponse posted = conversations.post(actor, id, form.message(), form.key());
      return Pages.to(ROOT + id + "#message-" + posted.number());
    } catch (NotFound refusal) {
      throw refusal;
    } catch (DomainException refusal) {
      HttpStatus status = ProblemFactory.status(refusal);
      ConversationView again =
          view(
              actor,
              language,
              id,
              MessageSlice.of(null, null, MESSAGES),
              form,
              FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
      return pages.page(request, actor, status, "conversations/page", Map.of("view", again));
    }
  }

  private ConversationView view(
      Actor actor,
      Locale language,
      UUID id,
      MessageSlice slice,
      @Nullable MessageForm form,
      FormErrors errors) {
    ConversationResponse conversation = conversations.get(actor, id);
    Page<MessageResponse> found = conversations.listMessages(actor, id, slice);
    long last = found.items().isEmpty() ? 0 : found.items().getLast().number();
    return new ConversationView(
        conversation,
        country(conversation, language),
        found.items(),
        slice.forward() ? null : found.next(),
        last == conversation.lastNumber(),
        Stream.of(conversation.own(), conversation.other())
            .filter(a -> actor.isMember(a.id(), MemberRole.EDITOR))
            .toList(),
        form == null ? new MessageForm("", null, null, null) : form,
        Ids.next().toString(),
        errors);
  }

  private String country(ConversationResponse conversation, Locale language) {
    return names.country(conversation.other().countryCode(), language);
  }
}
