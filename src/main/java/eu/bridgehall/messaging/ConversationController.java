package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Conversations, for those who act for one of their sides alone. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ConversationController {
  private static final int PAGE = 20;
  private static final int MAX_PAGE = 100;

  private final ConversationService conversations;
  private final ConversationStart start;
  private final ConversationSteps steps;
  private final LiveStreams live;

  ConversationController(
      ConversationService conversations,
      ConversationStart start,
      ConversationSteps steps,
      LiveStreams live) {
    this.conversations = conversations;
    this.start = start;
    this.steps = steps;
    this.live = live;
  }

  /**
   * My conversations, the last active first.
   *
   * @param side only those of this organisation that I act for
   */
  @Get("/conversations")
  Page<ConversationResponse> list(
      Actor actor,
      @Nullable @QueryValue UUID side,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return conversations.list(actor, side, PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /**
   * Begins a conversation with those that may be written to without an introduction.
   *
   * @param key what the client calls its first message: sent again under the same one, it is begun
   *     once
   */
  @Post("/conversations")
  @Status(HttpStatus.CREATED)
  ConversationResponse start(
      Actor actor,
      @Body StartConversation conversation,
      @Nullable @Header("Idempotency-Key") String key) {
    return start.start(actor, conversation, key);
  }

  /**
   * Stays open and tells when there is something new in any of my conversations, or somebody has
   * read on in one: events of the name {@code news} whose data are {@code {"conversation": …,
   * "upTo": …, "revision": …}}, the revision the same where somebody has only read. What is new is
   * asked for as ever; after a break ask once, for nothing is told twice. Lines that begin with a
   * colon keep the connection open.
   */
  @Get("/conversations/events")
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<String>> events(Actor actor) {
    return live.open(actor);
  }

  /** One conversation. */
  @Get("/conversations/{id}")
  ConversationResponse get(Actor actor, UUID id) {
    return conversations.get(actor, id);
  }

  /** Marks messages as read by me. */
  @Post("/conversations/{id}/read")
  ConversationResponse read(Actor actor, UUID id, @Body MarkRead mark) {
    return conversations.markRead(actor, id, mark);
  }

  /** Sends me no mails and notices about it. */
  @Put("/conversations/{id}/mute")
  ConversationResponse mute(Actor actor, UUID id) {
    return steps.mute(actor, id, true);
  }

  /** Sends me mails and notices about it again. */
  @Delete("/conversations/{id}/mute")
  ConversationResponse unmute(Actor actor, UUID id) {
    return steps.mute(actor, id, false);
  }

  /**
   * My side leaves; it reads what was written, and nothing that comes.
   *
   * @param side for which; needed only from who writes for several
   */
  @Post("/conversations/{id}/leave")
  ConversationResponse leave(Actor actor, UUID id, @Nullable @QueryValue UUID side) {
    return steps.leave(actor, id, side);
  }

  /**
   * My authority blocks another one, here and everywhere; the other is not told.
   *
   * @param side for which; needed only from who writes for several
   * @param other the authority; needed only where there are several
   */
  @Put("/conversations/{id}/block")
  ConversationResponse block(
      Actor actor, UUID id, @Nullable @QueryValue UUID side, @Nullable @QueryValue UUID other) {
    return steps.block(actor, id, side, other);
  }

  /** Takes a block of my authority back. */
  @Delete("/conversations/{id}/block")
  ConversationResponse unblock(
      Actor actor, UUID id, @Nullable @QueryValue UUID side, @Nullable @QueryValue UUID other) {
    return steps.unblock(actor, id, side, other);
  }

  /** Shows the other sides the contact in the profile of my authority, as it is now and later. */
  @Put("/conversations/{id}/contact")
  ConversationResponse shareContact(Actor actor, UUID id, @Nullable @QueryValue UUID side) {
    return steps.shareContact(actor, id, side, true);
  }

  /** Shows it no longer. */
  @Delete("/conversations/{id}/contact")
  ConversationResponse withdrawContact(Actor actor, UUID id, @Nullable @QueryValue UUID side) {
    return steps.shareContact(actor, id, side, false);
  }

  /** What I have not read yet, but for conversations that I have muted. */
  @Get("/account/unread")
  UnreadCount unread(Actor actor) {
    return conversations.countUnread(actor);
  }
}
