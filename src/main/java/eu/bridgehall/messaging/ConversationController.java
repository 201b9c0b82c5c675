package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations and messages, for the members of the two authorities alone. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ConversationController {
  private static final int PAGE = 20;
  private static final int MAX_PAGE = 100;
  private final ConversationService conversations;

  ConversationController(ConversationService conversations) {
    this.conversations = conversations;
  }

  /**
   * My conversations, the last active first.
   *
   * @param authority only those of this authority of mine
   */
  @Get("/conversations")
  Page<ConversationResponse> list(
      Actor actor,
      @Nullable @QueryValue UUID authority,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return conversations.list(actor, authority, PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /** One conversation. */
  @Get("/conversations/{id}")
  ConversationResponse get(Actor actor, UUID id) {
    return conversations.get(actor, id);
  }

  /**
   * Its messages, each page oldest first: the newest page, those after a number, or the last before
   * one. {@code next} is what to send as after or before for the page that follows.
   */
  @Get("/conversations/{id}/messages")
  Page<MessageResponse> messages(
      Actor actor,
      UUID id,
      @Nullable @QueryValue Long after,
      @Nullable @QueryValue Long before,
      @Nullable @QueryValue Integer limit) {
    return conversations.listMessages(actor, id, MessageSlice.of(after, before, limit));
  }

  /**
   * Posts a message.
   *
   * @param key what the client calls it: sent again under the same one, it is posted once
   */
  @Post("/conversations/{id}/messages")
  @Status(HttpStatus.CREATED)
  MessageResponse post(
      Actor actor,
      UUID id,
      @Body PostMessage message,
      @Nullable @Header("Idempotency-Key") String key) {
    return conversations.post(actor, id, message, key);
  }

  /** Marks messages as read by me. */
  @Post("/conversations/{id}/read")
  ConversationResponse read(Actor actor, UUID id, @Body MarkRead mark) {
    return conversations.markRead(actor, id, mark);
  }

  /** What I have not read yet. */
  @Get("/account/unread")
  UnreadCount unread(Actor actor) {
    return conversations.countUnread(actor);
  }
}
