package eu.bridgehall.notifications;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A mail in the form of the wire, with a Message-ID that does not change with each attempt. */
final class MailMessage extends MimeMessage {
  private static final String CHARSET = StandardCharsets.UTF_8.name();

  private final String messageId;

  private MailMessage(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static MailMessage of(
      Session session, String from, QueuedMail queued, RenderedMail rendered, Instant now)
      throws MessagingException {
    MailMessage message = new MailMessage(session, queued.messageId());
    message.setFrom(new InternetAddress(from, true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(queued.mail().to(), true));
    message.setSubject(rendered.subject(), CHARSET);
    message.setSentDate(Date.from(now));
    message.setHeader("Content-Language", queued.mail().language());
    // answering machines stay silent (RFC 3834)
    message.setHeader("Auto-Submitted", "auto-generated");
    RenderedMail.Off off = rendered.off();
    if (off != null) {
      message.setHeader("List-Id", "<" + off.list() + ">");
      message.setHeader("List-Unsubscribe", "<" + off.url() + ">");
      // a promise that a mail program may post there of itself, which is made of https only
      if (off.url().startsWith("https:")) {
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      }
    }
    MimeBodyPart text = new MimeBodyPart();
    text.setText(rendered.text(), CHARSET);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(rendered.html(), CHARSET, "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
