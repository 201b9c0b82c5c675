package eu.bridgehall.platform;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the scheduled jobs before anything that they use is closed. A job that fires while the
 * service stops would otherwise open the index or the data source again, and leave them open.
 */
@Singleton
class JobsEnd implements ApplicationEventListener<ShutdownEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(JobsEnd.class);

  /** A job that takes longer is cut off: each of them goes on where it was at the next start. */
  private static final int PATIENCE_SECONDS = 10;

  private final ExecutorService jobs;

  JobsEnd(@Named(TaskExecutors.SCHEDULED) ExecutorService jobs) {
    this.jobs = jobs;
  }

  @Override
  public void onApplicationEvent(ShutdownEvent event) {
    jobs.shutdown();
    try {
      if (!jobs.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A scheduled job was still at work after {} s and is cut off", PATIENCE_SECONDS);
        jobs.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
