package eu.bridgehall.web;

import eu.bridgehall.messaging.Party;
import java.util.List;

/**
 * The form that begins a conversation.
 *
 * @param own the organisations for which the reader may begin one
 * @param from the one that is chosen
 * @param reachable whom that one may write to
 */
public record BeginView(
    List<Party> own, Party from, List<Option> reachable, BeginForm form, FormErrors errors) {
  public BeginView {
    own = List.copyOf(own);
    reachable = List.copyOf(reachable);
  }

  /** Whether several may be written to at once. */
  public boolean several() {
    return from.isAuthority();
  }
}
