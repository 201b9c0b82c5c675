package eu.bridgehall.notifications;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be sent.
 *
 * @param to the address
 * @param language of the reader (ISO 639-1)
 * @param kind which mail it is: its texts are the keys {@code mail.<kind>.subject}, {@code .body}
 *     (paragraphs apart by an empty line) and, with a link, {@code .action}
 * @param facts what fills the texts; no token, and no text that is nobody's business on the way
 * @param link where the mail leads, if anywhere
 */
public record NewMail(
    String to, String language, String kind, Map<String, String> facts, @Nullable MailLink link) {
  public NewMail {
    facts = Map.copyOf(facts);
  }

  /** The same that leads elsewhere. */
  NewMail leadingTo(MailLink other) {
    return new NewMail(to, language, kind, facts, other);
  }

  /** The same with other facts. */
  NewMail with(Map<String, String> others) {
    return new NewMail(to, language, kind, others, link);
  }
}
