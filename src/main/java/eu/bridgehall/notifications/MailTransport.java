package eu.bridgehall.notifications;

import jakarta.mail.MessagingException;
import java.io.IOException;

/** How a written mail leaves the service. */
interface MailTransport {
  /**
   * Hands it on; when this returns, it is with the next in line.
   *
   * @throws MessagingException where it is not: later perhaps, or never
   * @throws IOException where it cannot be written
   */
  void send(QueuedMail queued, RenderedMail rendered) throws MessagingException, IOException;
}
