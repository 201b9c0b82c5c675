package eu.bridgehall.notifications;

import eu.bridgehall.platform.DataFolder;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * On the embedded database and without a mail server: writes each mail to a file in the data folder
 * and its link to the log, so that whoever tries the service can follow it.
 */
@Singleton
@Requires(missingProperty = "bridgehall.mail.host")
@Requires(missingProperty = "datasources.default.url")
class FolderTransport implements MailTransport {
  private static final Logger LOG = LoggerFactory.getLogger(FolderTransport.class);

  private final MailSettings settings;
  private final Clock clock;
  private final DataFolder data;
  private final Session session = Session.getInstance(new Properties());

  FolderTransport(MailSettings settings, Clock clock, DataFolder data) {
    this.settings = settings;
    this.clock = clock;
    this.data = data;
  }

  @Override
  public void send(QueuedMail queued, RenderedMail rendered)
      throws MessagingException, IOException {
    Path folder = data.folder("mail");
    Path file = folder.resolve(queued.id() + ".eml");
    Path written = folder.resolve(queued.id() + ".eml.new");
    try (OutputStream out = Files.newOutputStream(written)) {
      MailMessage.of(session, settings.from(), queued, rendered, clock.instant()).writeTo(out);
    }
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    // a notice leads to a page that is reached without it, a token to where nothing else leads
    LOG.atLevel(hasToken(queued.mail().link()) ? Level.INFO : Level.DEBUG)
        .log(
            "Mail \"{}\" for {} written to {}{}",
            rendered.subject(),
            queued.mail().to(),
            file,
            rendered.link() == null ? "" : "; its link: " + rendered.link());
  }

  private static boolean hasToken(@Nullable MailLink link) {
    return link != null && link.tokenKind() != null;
  }
}
