package eu.bridgehall.notifications;

import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the mails that are due. A mail that fails is tried again after a pause that doubles, up to
 * six hours, and given up after {@code bridgehall.mail.attempts} times or when the server refuses
 * the address or the mail for good; then it waits as dead for an administrator. What the server has
 * against this service, and not against the mail, is mended here: it gives no mail up. Each is sent
 * at least once: when the service or the server dies after a mail was taken and before that is
 * known, it is sent again, with the same Message-ID. What may not be told any more is not sent at
 * all.
 */
@Context
class MailSender {
  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** Waits for the server that one mail can make necessary: a connection and each answer. */
  private static final int WAITS = 12;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int LONGEST_RUN = 200;
  private static final int PERMANENT = 500;

  /** The commands whose refusal is about the mail itself, and not about who sends it. */
  private static final Set<String> CONTENT = Set.of("DATA", ".");

  /** The codes of a server that wants another order of commands, or to know who sends. */
  private static final Set<Integer> SENDER = Set.of(503, 530);

  /** Whom a server takes mail from and for: a relay that is closed to us, or a list we stand on. */
  private static final Pattern POLICY = Pattern.compile("^\\s*5\\d\\d[ -]5\\.7\\.\\d");

  private final Mails mails;
  private final Letters letters;
  private final Optional<MailTransport> transport;
  private final MailSettings settings;

  MailSender(
      Mails mails, Letters letters, Optional<MailTransport> transport, MailSettings settings) {
    this.mails = mails;
    this.letters = letters;
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
      Optional<QueuedMail> next = mails.take(LEASE.plus(settings.timeout().multipliedBy(WAITS)));
      if (next.isEmpty()) {
        return;
      }
      send(transport.get(), next.get());
    }
  }

  private void send(MailTransport by, QueuedMail queued) {
    Optional<RenderedMail> rendered;
    try {
      rendered = letters.write(queued);
      if (rendered.isPresent()) {
        by.send(queued, rendered.get());
      }
    } catch (MessagingException | IOException | RuntimeException e) {
      failed(queued, e);
      return;
    }
    if (rendered.isPresent()) {
      mails.sent(queued.id());
    } else {
      mails.leftOut(queued.id());
    }
  }

  private void failed(QueuedMail queued, Exception error) {
    boolean givenUp = isRefused(error) || queued.attempts() >= settings.attempts();
    @Nullable Duration pause = givenUp ? null : pause(queued.attempts());
    mails.failed(queued.id(), pause, reason(error));
    if (givenUp) {
      LOG.error("Mail {} is given up after {} attempts", queued.id(), queued.attempts(), error);
    } else {
      LOG.warn("Mail {} failed and is tried again in {}: {}", queued.id(), pause, error.toString());
    }
  }

  /** What is known of the failure, the server's own words among it: those are further in. */
  private static String reason(Exception error) {
    List<String> said = new ArrayList<>();
    Exception part = error;
    while (part != null) {
      said.add(String.valueOf(part.getMessage()).strip());
      part = part instanceof MessagingException m ? m.getNextException() : null;
    }
    return error.getClass().getSimpleName() + ": " + String.join("; ", said);
  }

  /** Whether the server will never take it: not for this address, or not this mail (RFC 5321). */
  private static boolean isRefused(Exception error) {
    for (Exception part = error;
        part instanceof MessagingException m;
        part = m.getNextException()) {
      if (part instanceof SMTPAddressFailedException address) {
        return isFinal(address.getReturnCode(), address);
      }
      if (part instanceof SMTPSendFailedException smtp && CONTENT.contains(smtp.getCommand())) {
        return isFinal(smtp.getReturnCode(), smtp);
      }
    }
    return false;
  }

  /** Whether this answer is about the mail, and not about who sends it (RFC 3463, RFC 4954). */
  private static boolean isFinal(int code, MessagingException answer) {
    return code >= PERMANENT
        && !SENDER.contains(code)
        && !POLICY.matcher(String.valueOf(answer.getMessage())).find();
  }

  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
