package eu.bridgehall.messaging;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The virus scanner that is shown each file of a message.
 *
 * @param host where a clamd listens; without one nothing is scanned
 * @param port of it
 * @param timeout longest wait for it
 */
@ConfigurationProperties("bridgehall.virus-scan")
record VirusScanSettings(
    @Nullable String host,
    @Within(min = "1", max = "65535") @Bindable(defaultValue = "3310") int port,
    @Within(min = "100ms", max = "10m") @Bindable(defaultValue = "10s") Duration timeout) {
  boolean hasScanner() {
    return host != null && !host.isBlank();
  }
}
