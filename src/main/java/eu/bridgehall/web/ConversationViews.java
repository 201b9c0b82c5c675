package eu.bridgehall.web;

import eu.bridgehall.discovery.CodeNames;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.messaging.Attachments;
import eu.bridgehall.messaging.ConversationResponse;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.messaging.ConversationSettings;
import eu.bridgehall.messaging.MessageEdits;
import eu.bridgehall.messaging.MessageResponse;
import eu.bridgehall.messaging.MessageSlice;
import eu.bridgehall.messaging.Party;
import eu.bridgehall.messaging.SideResponse;
import eu.bridgehall.organisations.Restrictions;
import eu.bridgehall.platform.http.Page;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a conversation together as its page shows it. */
@Singleton
class ConversationViews {
  /** How many messages a page shows at first. */
  static final int MESSAGES = 30;

  private final ConversationService conversations;
  private final MessageEdits edits;
  private final Attachments attachments;
  private final ConversationSettings settings;
  private final Restrictions restrictions;
  private final CodeNames names;

  ConversationViews(
      ConversationService conversations,
      MessageEdits edits,
      Attachments attachments,
      ConversationSettings settings,
      Restrictions restrictions,
      CodeNames names) {
    this.conversations = conversations;
    this.edits = edits;
    this.attachments = attachments;
    this.settings = settings;
    this.restrictions = restrictions;
    this.names = names;
  }

  /** A slice of the messages, with what is being written. */
  ConversationView of(
      Actor actor,
      Locale language,
      UUID id,
      MessageSlice slice,
      MessageForm form,
      FormErrors errors) {
    ConversationResponse conversation = conversations.get(actor, id);
    Page<MessageResponse> found = conversations.listMessages(actor, id, slice);
    long from = found.items().isEmpty() ? 1 : found.items().getFirst().number();
    long last = found.items().isEmpty() ? 0 : found.items().getLast().number();
    return view(
        actor, language, conversation, found, List.of(), new Shown(from, last, 0), form, errors);
  }

  /**
   * What a page that is open shows.
   *
   * @param from number of its first message
   * @param last number of its last message
   * @param own number of its last message of the reader's side, 0 for none
   */
  record Shown(long from, long last, long own) {}

  /** What has come, and has been changed since a revision, for a page that is open. */
  ConversationView since(Actor actor, Locale language, UUID id, Shown shown, long revision) {
    ConversationResponse conversation = conversations.get(actor, id);
    Page<MessageResponse> found =
        conversations.listMessages(actor, id, MessageSlice.of(shown.last(), null, MESSAGES));
    List<MessageResponse> edited = edits.listSince(actor, id, revision, shown.from(), shown.last());
    long last = found.items().isEmpty() ? shown.last() : found.items().getLast().number();
    return view(
        actor,
        language,
        conversation,
        new Page<>(found.items(), null, found.total()),
        edited,
        new Shown(shown.from(), last, shown.own()),
        MessageForm.quoting(null),
        FormErrors.NONE);
  }

  private ConversationView view(
      Actor actor,
      Locale language,
      ConversationResponse conversation,
      Page<MessageResponse> found,
      List<MessageResponse> edited,
      Shown shown,
      MessageForm form,
      FormErrors errors) {
    UUID id = conversation.id();
    UUID quotes = form.quotes();
    long above = countUnread(actor, conversation, shown.from());
    return new ConversationView(
        conversation,
        conversation.others().stream().map(o -> other(conversation, o, language)).toList(),
        found.items(),
        edited,
        shown.from(),
        shown.last(),
        above,
        firstUnread(actor, conversation, found.items(), shown.from(), above),
        found.items().reversed().stream()
            .filter(m -> m.side().id().equals(conversation.own().party().id()))
            .mapToLong(MessageResponse::number)
            .findFirst()
            .orElse(shown.own()),
        found.next(),
        shown.last() >= conversation.lastNumber(),
        !conversation.mayWrite() && onlyReads(conversation.own().party()),
        mayWriteFor(actor, conversation.own().party()),
        sides(actor, conversation),
        form,
        quotes == null ? null : edits.find(actor, id, quotes),
        attach(actor, id, form.attachments()),
        Ids.next().toString(),
        errors);
  }

  private long firstUnread(
      Actor actor,
      ConversationResponse conversation,
      List<MessageResponse> messages,
      long from,
      long above) {
    return messages.stream()
        .filter(m -> m.number() > conversation.readUpTo() && !m.mine())
        .mapToLong(MessageResponse::number)
        .findFirst()
        .stream()
        .filter(
            first ->
                messages.getFirst().number() == from
                    ? above == 0
                    : countUnread(actor, conversation, first) == 0)
        .findFirst()
        .orElse(0);
  }

  /** How many messages before this number the reader has not read. */
  private long countUnread(Actor actor, ConversationResponse conversation, long before) {
    return conversation.unread() == 0 || before <= conversation.readUpTo() + 1
        ? 0
        : conversations.countUnreadBefore(actor, conversation.id(), before);
  }

  private ConversationView.Other other(
      ConversationResponse conversation, SideResponse side, Locale language) {
    String code = side.party().countryCode();
    return new ConversationView.Other(
        side,
        code == null ? null : names.country(code, language),
        conversation.blocked().contains(side.party().id()));
  }

  private ConversationView.Attach attach(Actor actor, UUID id, @Nullable List<UUID> files) {
    return new ConversationView.Attach(
        files == null || files.isEmpty() ? List.of() : attachments.listWaiting(actor, id, files),
        Attachments.accepted(),
        settings.attachments(),
        settings.attachmentMegabytes());
  }

  private boolean onlyReads(Party own) {
    return own.isAuthority() && !restrictions.readOnly(List.of(own.id())).isEmpty();
  }

  private static List<Party> sides(Actor actor, ConversationResponse conversation) {
    return Stream.concat(Stream.of(conversation.own()), conversation.others().stream())
        .filter(s -> !s.left())
        .map(SideResponse::party)
        .filter(p -> mayWriteFor(actor, p))
        .toList();
  }

  /** Whether she takes steps for this side. */
  static boolean mayWriteFor(Actor actor, Party party) {
    return switch (party.kind()) {
      case "authority" -> actor.isMember(party.id(), MemberRole.EDITOR);
      case "association" -> actor.associations().containsKey(party.id());
      default -> actor.isSecretariat();
    };
  }
}
