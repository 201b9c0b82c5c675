package eu.bridgehall.demo;

import eu.bridgehall.accounts.DemoAccounts;
import eu.bridgehall.platform.DemoMode;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the demonstration before the service answers, and says how to sign in to it. */
@Singleton
class DemoStart implements ApplicationEventListener<StartupEvent>, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

  private final DemoMode mode;
  private final DemoData data;

  DemoStart(DemoMode mode, DemoData data) {
    this.mode = mode;
    this.data = data;
  }

  /** Before the index, which then finds the data there. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE - 100;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    if (mode.isOn()) {
      data.load();
    }
  }

  @EventListener
  void ready(ServerStartupEvent event) {
    String address = "http://localhost:" + event.getSource().getPort();
    LOG.info("Bridgehall is ready: open {}", address);
    if (mode.isOn()) {
      LOG.info(
          "Demonstration: sign in with the password {} as any of\n  {}",
          DemoAccounts.PASSWORD,
          String.join("\n  ", DemoData.signIns()));
    }
  }
}
