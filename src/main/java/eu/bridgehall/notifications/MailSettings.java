package eu.bridgehall.notifications;

import eu.bridgehall.platform.start.Within;
import eu.bridgehall.platform.start.Written;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How mail leaves the service.
 *
 * @param host of the SMTP server; without one mail is written to files, on the embedded database
 * @param port of it
 * @param security how the way to the server is protected
 * @param username to sign in to it; without one nobody signs in
 * @param password for that
 * @param from the address of the sender
 * @param timeout of a connection to the server and of each of its answers
 * @param attempts after which a mail is given up
 * @param poll pause between two looks for mails to send
 * @param keep how long a mail that was sent is kept on record
 */
@ConfigurationProperties("bridgehall.mail")
record MailSettings(
    @Nullable String host,
    @Within(min = "1", max = "65535") @Bindable(defaultValue = "587") int port,
    @Bindable(defaultValue = "starttls") MailSecurity security,
    @Nullable String username,
    @Nullable String password,
    @Written(
            pattern = "(.*<)?[^@\\s<>]+@[^@\\s<>]+>?",
            as = "an address such as Bridgehall <no-reply@bridgehall.example>")
        @Bindable(defaultValue = "Bridgehall <no-reply@localhost>")
        String from,
    @Within(min = "100ms", max = "10m") @Bindable(defaultValue = "10s") Duration timeout,
    @Bindable(defaultValue = "12") int attempts,
    @Within(min = "1ms", max = "1h") @Bindable(defaultValue = "1s") Duration poll,
    @Bindable(defaultValue = "30d") Duration keep) {
  boolean hasServer() {
    return host != null && !host.isBlank();
  }
}
