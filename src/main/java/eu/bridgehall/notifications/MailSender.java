package eu.bridgehall.notifications;

import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mails that are due. A mail that fails is tried again after a pause that doubles, up to
 * six hours, and given up after {@code bridgehall.mail.attempts} times or when the server refuses
 * the address for good; then it stays in the queue's table as dead. Each is sent at least once:
 * when the service dies after the server took a mail, it is sent again, with the same Message-ID.
 */
@Context
class MailSender {
  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int LONGEST_RUN = 200;

  private final Mails mails;
  private final MailRenderer renderer;
  private final Optional<MailTransport> transport;
  private final MailSettings settings;

  MailSender(
      Mails mails,
      MailRenderer renderer,
      Optional<MailTransport> transport,
      MailSettings settings) {
    this.mails = mails;
    this.renderer = renderer;
    this.transport = transport;
    this.settings = settings;
    if (transport.isEmpty()) {
      LOG.warn("No mail is sent: set bridgehall.mail.host. Until then mails wait in the queue.");
    }
  }

  @Scheduled(fixedDelay = "${bridgehall.mail.poll:1s}", initialDelay = "${bridgehall.mail.poll:1s}")
  void send() {
    if (transport.isEmpty()) {
      return;
    }
    for (int i = 0; i < LONGEST_RUN; i++) {
      Optional<QueuedMail> next = mails.take(LEASE);
      if (next.isEmpty()) {
        return;
      }
      send(transport.get(), next.get());
    }
  }

  @Scheduled(fixedDelay = "6h", initialDelay = "15m")
  void clean() {
    mails.deleteSent(settings.keep());
  }

  private void send(MailTransport by, QueuedMail queued) {
    try {
      by.send(queued, renderer.render(queued.mail()));
    } catch (MessagingException | IOException | RuntimeException e) {
      failed(queued, e);
      return;
    }
    mails.sent(queued.id());
  }

  private void failed(QueuedMail queued, Exception error) {
    boolean refused =
        error instanceof SendFailedException s
            && s.getInvalidAddresses() != null
            && s.getInvalidAddresses().length > 0;
    boolean givenUp = refused || queued.attempts() >= settings.attempts();
    @Nullable Duration pause = givenUp ? null : pause(queued.attempts());
    mails.failed(queued.id(), pause, error.getClass().getSimpleName() + ": " + error.getMessage());
    if (givenUp) {
      LOG.error("Mail {} is given up after {} attempts", queued.id(), queued.attempts(), error);
    } else {
      LOG.warn("Mail {} failed and is tried again in {}: {}", queued.id(), pause, error.toString());
    }
  }

  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
