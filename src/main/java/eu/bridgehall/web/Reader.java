package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a page.
 *
 * @param name of the person; null for a visitor
 * @param authorities of which the person is a member, by name
 * @param unread messages that the person has not read
 * @param notices that the person has not read
 */
public record Reader(
    Actor actor, @Nullable String name, List<ActsFor> authorities, long unread, long notices) {
  public Reader {
    authorities = List.copyOf(authorities);
  }

  /** An authority that the reader acts for. */
  public record ActsFor(UUID id, String name) {}

  public boolean isSignedIn() {
    return actor.isSignedIn();
  }

  /** How many there are of what an entry of the menu leads to, and the reader has not read. */
  public long unread(String address) {
    return switch (address) {
      case Frame.CONVERSATIONS -> unread;
      case NoticeListView.ALL -> notices;
      default -> 0;
    };
  }

  /** Whether the reader confirms profiles: for the secretariat or an association. */
  public boolean reviews() {
    return actor.isSecretariat() || !actor.associations().isEmpty();
  }
}
