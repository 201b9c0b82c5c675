package eu.bridgehall.notifications;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How mail leaves the service.
 *
 * @param host of the SMTP server; without one mail is written to files, on the embedded database
 * @param port of it
 * @param security {@code starttls}, {@code tls} or {@code none}
 * @param username to sign in to it; without one nobody signs in
 * @param password for that
 * @param from the address of the sender
 * @param timeout of a connection to the server and of each of its answers
 * @param attempts after which a mail is given up
 * @param keep how long a mail that was sent is kept on record
 */
@ConfigurationProperties("bridgehall.mail")
record MailSettings(
    @Nullable String host,
    @Bindable(defaultValue = "587") int port,
    @Bindable(defaultValue = "starttls") String security,
    @Nullable String username,
    @Nullable String password,
    @Bindable(defaultValue = "Bridgehall <no-reply@localhost>") String from,
    @Bindable(defaultValue = "10s") Duration timeout,
    @Bindable(defaultValue = "12") int attempts,
    @Bindable(defaultValue = "30d") Duration keep) {
  boolean hasServer() {
    return host != null && !host.isBlank();
  }
}
