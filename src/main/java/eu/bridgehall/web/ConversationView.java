package eu.bridgehall.web;

import eu.bridgehall.messaging.ConversationResponse;
import eu.bridgehall.messaging.MessageResponse;
import eu.bridgehall.partnerships.AuthorityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation and a slice of its messages.
 *
 * @param older number before which there are older messages; null where there are none
 * @param newest whether the slice ends with the newest message
 * @param sides the authorities for which the reader may write
 * @param key what the form calls the next message
 */
public record ConversationView(
    ConversationResponse it,
    String country,
    List<MessageResponse> messages,
    @Nullable String older,
    boolean newest,
    List<AuthorityRef> sides,
    MessageForm form,
    String key,
    FormErrors errors) {
  public ConversationView {
    messages = List.copyOf(messages);
    sides = List.copyOf(sides);
  }

  /** Number of the last message shown, after which new ones are asked for. */
  public long last() {
    return messages.isEmpty() ? 0 : messages.getLast().number();
  }

  /** Whether a message is the first that the reader has not read. */
  public boolean isFirstUnread(MessageResponse message) {
    return it.unread() > 0
        && message.number() > it.readUpTo()
        && !message.mine()
        && messages.stream()
            .filter(m -> m.number() > it.readUpTo() && !m.mine())
            .findFirst()
            .filter(message::equals)
            .isPresent();
  }
}
