package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.MultipartForm;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages of conversations, with their files and changes. */
@Controller("/api/v1/conversations")
@Secured(SecurityRule.IS_AUTHENTICATED)
class MessageController {
  private static final int PAGE = 20;
  private static final int MAX_PAGE = 100;

  private final ConversationService conversations;
  private final MessageEdits edits;
  private final MessageSearch search;
  private final Attachments attachments;

  MessageController(
      ConversationService conversations,
      MessageEdits edits,
      MessageSearch search,
      Attachments attachments) {
    this.conversations = conversations;
    this.edits = edits;
    this.search = search;
    this.attachments = attachments;
  }

  /**
   * Messages that hold all the words, in my conversations, the newest first.
   *
   * @param q the words
   */
  @Get("/search")
  Page<FoundMessage> search(
      Actor actor,
      @Nullable @QueryValue String q,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return search.find(actor, q, PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /**
   * Its messages, each page oldest first: the newest page, those after a number, or the last before
   * one. {@code next} is what to send as after or before for the page that follows.
   */
  @Get("/{id}/messages")
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
  @Post("/{id}/messages")
  @Status(HttpStatus.CREATED)
  MessageResponse post(
      Actor actor,
      UUID id,
      @Body PostMessage message,
      @Nullable @Header("Idempotency-Key") String key) {
    return conversations.post(actor, id, message, key);
  }

  /** Changes what a message of mine says, soon after it was posted. */
  @Patch("/{id}/messages/{message}")
  MessageResponse edit(Actor actor, UUID id, UUID message, @Body EditMessage change) {
    return edits.edit(actor, id, message, change);
  }

  /** What a message said before it was changed, the oldest first. */
  @Get("/{id}/messages/{message}/history")
  Page<MessageVersion> history(Actor actor, UUID id, UUID message) {
    return Page.of(edits.get(actor, id, message).before());
  }

  /**
   * Sends a file for a message that I am about to post, in the field {@code file}: PDF, PNG, JPEG,
   * WebP, GIF, or an office file without macros. The message then names it by its id.
   */
  @Post("/{id}/attachments")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Status(HttpStatus.CREATED)
  AttachmentRef attach(Actor actor, UUID id, @Body MultipartBody body) {
    try (MultipartForm form =
        MultipartForm.read(body, () -> conversations.requireWriting(actor, id))) {
      if (form.files().size() != 1) {
        throw new DomainException.Invalid("file", "conversations.attachment.one");
      }
      return attachments.add(actor, id, form.files().getFirst());
    }
  }

  /** A file of a message, to be kept under its name. */
  @Get("/{id}/attachments/{attachment}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  HttpResponse<byte[]> attachment(Actor actor, UUID id, UUID attachment) {
    return attachments.get(actor, id, attachment).download();
  }
}
