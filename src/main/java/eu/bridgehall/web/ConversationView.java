package eu.bridgehall.web;

import eu.bridgehall.messaging.AttachmentRef;
import eu.bridgehall.messaging.ConversationResponse;
import eu.bridgehall.messaging.MessageResponse;
import eu.bridgehall.messaging.Party;
import eu.bridgehall.messaging.SideResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation and a slice of its messages.
 *
 * @param others the other sides, with the names of their countries
 * @param edited messages shown before that have been changed since
 * @param from number of the first message that the page shows
 * @param last number of the last message that the page shows, after which new ones are asked for
 * @param unreadAbove how many unread messages stand before the first that the page shows
 * @param firstUnread number of the first unread message, where it is here and the page shows none
 *     before; 0 elsewhere
 * @param lastOwn number of the last message that the page shows of the reader's side; 0 for none
 * @param older number before which there are older messages; null where there are none
 * @param newest whether the slice ends with the newest message
 * @param restricted whether the secretariat has decided that the reader's side only reads
 * @param acts whether the reader takes its steps for the side as which she reads, left or not
 * @param sides those for which the reader may write
 * @param quoted the message that is answered to; null where none is
 * @param attach what is said of files
 * @param key what the form calls the next message
 */
public record ConversationView(
    ConversationResponse it,
    List<Other> others,
    List<MessageResponse> messages,
    List<MessageResponse> edited,
    long from,
    long last,
    long unreadAbove,
    long firstUnread,
    long lastOwn,
    @Nullable String older,
    boolean newest,
    boolean restricted,
    boolean acts,
    List<Party> sides,
    MessageForm form,
    @Nullable MessageResponse quoted,
    Attach attach,
    String key,
    FormErrors errors) {
  public ConversationView {
    others = List.copyOf(others);
    messages = List.copyOf(messages);
    edited = List.copyOf(edited);
    sides = List.copyOf(sides);
  }

  /**
   * Another side.
   *
   * @param country null for the secretariat
   * @param blocked whether the reader's side has blocked it
   */
  public record Other(SideResponse side, @Nullable String country, boolean blocked) {
    public String name() {
      return side.party().name();
    }
  }

  /**
   * The files of the message that is being written.
   *
   * @param waiting those that were sent already
   * @param accepted the endings of their names, as a file chooser wants them
   * @param most how many a message may have
   * @param megabytes how large each may be
   */
  public record Attach(List<AttachmentRef> waiting, String accepted, int most, int megabytes) {
    public Attach {
      waiting = List.copyOf(waiting);
    }
  }

  /** A size in kilobytes, of which nothing has none. */
  public static long kilobytes(AttachmentRef file) {
    return Math.max(1, Math.round(file.size() / 1000.0));
  }

  /** What the page is called: the subject, or the names of the others. */
  public String title() {
    return title(it);
  }

  /** What a conversation is called: its subject, or the names of the others. */
  static String title(ConversationResponse it) {
    return it.subject() == null ? names(it) : it.subject();
  }

  /** The names of the other sides. */
  static String names(ConversationResponse it) {
    return String.join(", ", it.others().stream().map(o -> o.party().name()).toList());
  }

  /** The names of the other sides. */
  public String names() {
    return names(it);
  }

  /** Whether one of the reader's side wrote it. */
  public boolean isOwn(MessageResponse message) {
    return message.side().id().equals(it.own().party().id());
  }

  /** The names of those of the other sides that read what is written now. */
  public String readers() {
    return String.join(
        ", ", others.stream().filter(o -> !o.side().left()).map(Other::name).toList());
  }

  /** How far all the others have read, in one number that rises whenever one has read on. */
  public long readByOthers() {
    return readByOthers(it);
  }

  static long readByOthers(ConversationResponse it) {
    return it.others().stream().mapToLong(SideResponse::readUpTo).sum();
  }

  /** Whether a side has read the message of this number, or has written after it. */
  public boolean hasRead(Other other, long number) {
    return other.side().readUpTo() >= number
        || messages.stream()
            .anyMatch(m -> m.number() > number && m.side().id().equals(other.side().party().id()));
  }

  /** Whether the reader's side can share a contact. */
  public boolean canShare() {
    return it.mayWrite() && it.own().party().isAuthority();
  }

  /** Where a message stands: here, or on the page that ends with it. */
  public String address(MessageResponse.Quote message) {
    String anchor = "#message-" + message.number();
    return message.number() >= from
        ? anchor
        : "/conversations/" + it.id() + "?before=" + (message.number() + 1) + anchor;
  }

  /** Whether a message is the first that the reader has not read. */
  public boolean isFirstUnread(MessageResponse message) {
    return message.number() == firstUnread;
  }
}
