package eu.bridgehall.web;

import eu.bridgehall.discovery.CodeNames;
import eu.bridgehall.discovery.SearchAnswer;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.messaging.Attachments;
import eu.bridgehall.messaging.ConversationResponse;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.messaging.ConversationStart;
import eu.bridgehall.messaging.FoundMessage;
import eu.bridgehall.messaging.LiveStreams;
import eu.bridgehall.messaging.MarkRead;
import eu.bridgehall.messaging.MessageResponse;
import eu.bridgehall.messaging.MessageSearch;
import eu.bridgehall.messaging.MessageSlice;
import eu.bridgehall.messaging.Party;
import eu.bridgehall.platform.http.MultipartForm;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** What organisations that are in touch write to each other. */
@Hidden
@Controller("/conversations")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ConversationPageController {
  private static final int PAGE = 20;
  private static final String ROOT = "/conversations/";
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "side", "conversations.writeFor",
          "text", "conversations.write",
          "file", "conversations.files",
          "attachments", "conversations.files");

  private final Pages pages;
  private final ConversationService conversations;
  private final ConversationViews views;
  private final ConversationStart start;
  private final MessageSearch search;
  private final Attachments attachments;
  private final LiveStreams live;
  private final CodeNames names;
  private final Messages messages;

  ConversationPageController(
      Pages pages,
      ConversationService conversations,
      ConversationViews views,
      ConversationStart start,
      MessageSearch search,
      Attachments attachments,
      LiveStreams live,
      CodeNames names,
      Messages messages) {
    this.pages = pages;
    this.conversations = conversations;
    this.views = views;
    this.start = start;
    this.search = search;
    this.attachments = attachments;
    this.live = live;
    this.names = names;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<ConversationResponse> found = conversations.list(actor, null, asked);
    List<Party> own = start.listOwn(actor);
    ConversationListView view =
        new ConversationListView(
            found.items().stream().map(c -> row(c, language)).toList(),
            actor.authorities().size() + actor.associations().size() > 1 || own.size() > 1,
            !own.isEmpty(),
            found.total(),
            Pager.of("/conversations", asked, found));
    return pages.page(request, actor, "conversations/list", Map.of("view", view));
  }

  private ConversationListView.Row row(ConversationResponse c, Locale language) {
    String countries =
        c.others().stream()
            .map(o -> o.party().countryCode())
            .filter(Objects::nonNull)
            .map(code -> names.country(code, language))
            .distinct()
            .collect(Collectors.joining(", "));
    String where =
        c.subject() == null || countries.isEmpty()
            ? countries + (c.subject() == null ? "" : ConversationView.names(c))
            : ConversationView.names(c) + " · " + countries;
    return new ConversationListView.Row(c, ConversationView.title(c), where);
  }

  /**
   * Messages of the reader's conversations by their words.
   *
   * @param q the words
   */
  @Get("/search")
  MutableHttpResponse<Object> search(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      @QueryValue @Nullable String q,
      @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    String words = q == null ? "" : q;
    try {
      Page<FoundMessage> found = search.find(actor, words, asked);
      String address =
          "/conversations/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
      FoundMessagesView view =
          new FoundMessagesView(
              words,
              found.items().stream().map(ConversationPageController::row).toList(),
              found.total(),
              Pager.of(address, asked, found),
              FormErrors.NONE);
      return pages.page(request, actor, "conversations/search", Map.of("view", view));
    } catch (DomainException.Invalid refusal) {
      FoundMessagesView view =
          new FoundMessagesView(
              words,
              List.of(),
              0,
              Pager.NONE,
              FormErrors.of(refusal, messages, language)
                  .labelled(
                      FormErrors.labels("q", "conversations.search.words"), messages, language));
      return pages.page(
          request,
          actor,
          ProblemFactory.status(refusal),
          "conversations/search",
          Map.of("view", view));
    }
  }

  private static FoundMessagesView.Row row(FoundMessage found) {
    return new FoundMessagesView.Row(
        found,
        found.subject() == null
            ? found.others().stream().map(Party::name).collect(Collectors.joining(", "))
            : found.subject(),
        MarkedText.excerpt(
            found.message().text(),
            found.marks().stream().map(m -> new SearchAnswer.Mark(m.from(), m.to())).toList()));
  }

  /** Tells pages that are open that there is something new. */
  @Get("/events")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<String>> events(Actor actor) {
    return live.open(actor);
  }

  /**
   * A conversation: its newest messages, or those before a number.
   *
   * @param before the number
   * @param quote the message that the next one is to answer to
   * @param read up to where the page can be marked as read to which older messages are added; null
   *     where it cannot
   */
  @Get("/{id}")
  MutableHttpResponse<Object> show(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      @QueryValue @Nullable Long before,
      @QueryValue @Nullable UUID quote,
      @QueryValue @Nullable Long read) {
    ConversationView view =
        views.of(
            actor,
            language,
            id,
            MessageSlice.of(null, before, ConversationViews.MESSAGES),
            MessageForm.quoting(quote),
            FormErrors.NONE);
    if (!Pages.wantsPart(request)) {
      return pages.page(request, actor, "conversations/page", Map.of("view", view));
    }
    Map<String, @Nullable Object> part = new HashMap<>();
    part.put("view", view);
    if (before != null) {
      part.put("read", read);
    }
    return pages.page(
        request, actor, before == null ? "conversations/_quoted" : "conversations/_before", part);
  }

  /**
   * The messages after a number, for a page that is open, those it shows that have been changed
   * since, and who has read them; nothing where all is as before.
   *
   * @param revision up to which the page shows the changes
   * @param from number of the first message that it shows
   * @param own number of the last message of the reader's side that it shows
   * @param read how far it shows that the others have read
   */
  @Get("/{id}/newer")
  MutableHttpResponse<Object> newer(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      @QueryValue long after,
      @QueryValue long revision,
      @QueryValue long from,
      @QueryValue(defaultValue = "0") long own,
      @QueryValue(defaultValue = "0") long read) {
    ConversationView view =
        views.since(actor, language, id, new ConversationViews.Shown(from, after, own), revision);
    if (!Pages.wantsPart(request)) {
      return Pages.to(ROOT + id);
    }
    return view.it().revision() == revision
            && view.messages().isEmpty()
            && view.readByOthers() == read
        ? HttpResponse.noContent()
        : pages.page(request, actor, "conversations/_newer", Map.of("view", view));
  }

  /** Posts a message without files, or notes that those shown were read. */
  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> post(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body MessageForm form) {
    if (form.read() == null) {
      return post(request, actor, language, id, form, List.of());
    }
    conversations.markRead(actor, id, new MarkRead(form.read()));
    return Pages.wantsPart(request)
        ? HttpResponse.<Object>ok("").contentType(MediaType.TEXT_HTML_TYPE)
        : Pages.to(ROOT + id);
  }

  /** Posts a message with files. */
  @Post("/{id}")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  MutableHttpResponse<Object> send(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body MultipartBody body) {
    MultipartForm sent;
    try {
      sent = MultipartForm.read(body, () -> conversations.requireWriting(actor, id));
    } catch (NotFound refusal) {
      throw refusal;
    } catch (DomainException refusal) {
      // nothing but its texts has been read
      String text = SentFilter.of(request).map(typed -> typed.one("text")).orElse("");
      return again(request, actor, language, id, MessageForm.saying(text), refusal);
    }
    try (sent) {
      return post(request, actor, language, id, MessageForm.of(sent), sent.files());
    }
  }

  private MutableHttpResponse<Object> post(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      MessageForm form,
      List<MultipartForm.Upload> uploads) {
    attachments.discard(actor, id, form.unticked());
    try {
      MessageResponse posted = conversations.post(actor, id, form.request(), uploads, form.key());
      return Pages.to(ROOT + id + "#message-" + posted.number());
    } catch (NotFound refusal) {
      throw refusal;
    } catch (DomainException refusal) {
      List<UUID> kept = attachments.keepForLater(actor, id, uploads);
      return again(request, actor, language, id, form.with(kept), refusal);
    }
  }

  private MutableHttpResponse<Object> again(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      MessageForm form,
      DomainException refusal) {
    ConversationView view =
        views.of(
            actor,
            language,
            id,
            MessageSlice.of(null, null, ConversationViews.MESSAGES),
            form,
            FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    return pages.page(
        request, actor, ProblemFactory.status(refusal), "conversations/page", Map.of("view", view));
  }

  /** A file of a message, to be kept under its name. */
  @Get("/{id}/attachments/{attachment}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  HttpResponse<byte[]> attachment(Actor actor, UUID id, UUID attachment) {
    return attachments.get(actor, id, attachment).download();
  }
}
