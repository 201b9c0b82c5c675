package eu.bridgehall.discovery;

import eu.bridgehall.platform.start.StartChecks;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;

/**
 * Brings the index up to date before the service answers: an empty list would say that there is
 * nobody. Comes after everything else that starts, and opens the index only then: a database that
 * was restored from a dump gets a new identity at the start.
 */
@Singleton
@Requires(notEnv = StartChecks.READING)
class IndexStart implements ApplicationEventListener<StartupEvent>, Ordered {
  private final BeanProvider<ProfileIndexer> indexer;
  private final BeanProvider<ThemeRarities> rarities;

  IndexStart(BeanProvider<ProfileIndexer> indexer, BeanProvider<ThemeRarities> rarities) {
    this.indexer = indexer;
    this.rarities = rarities;
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    indexer.get().start();
    rarities.get().renew();
  }
}
