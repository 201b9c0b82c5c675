package eu.bridgehall.discovery;

import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.IndexStatus;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import jakarta.inject.Singleton;
import java.util.Map;

/** Says in the health of the service whether the index stands and how far it lags behind. */
@Singleton
class IndexHealth extends AbstractHealthIndicator<Map<String, Object>> {
  private final AuthorityIndex index;
  private final ProfileIndexer indexer;
  private final Reindex reindex;

  IndexHealth(AuthorityIndex index, ProfileIndexer indexer, Reindex reindex) {
    this.index = index;
    this.indexer = indexer;
    this.reindex = reindex;
  }

  @Override
  protected String getName() {
    return "profile-index";
  }

  @Override
  protected Map<String, Object> getHealthInformation() {
    IndexStatus status = index.check();
    boolean stands = indexer.position() != null && !status.needsRebuild();
    healthStatus = stands ? HealthStatus.UP : HealthStatus.DOWN;
    return Map.of("documents", status.count(), "secondsBehind", reindex.lag().toSeconds());
  }
}
