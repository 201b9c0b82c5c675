package eu.bridgehall.discovery;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.DatabaseIdentity;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.platform.outbox.Position;
import eu.bridgehall.platform.outbox.StoredEvent;
import eu.bridgehall.search.AuthorityIndex;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the index anew from the database, while it is searched. */
@Singleton
public class Reindex {
  private static final Logger LOG = LoggerFactory.getLogger(Reindex.class);

  private final ProfileIndexer indexer;
  private final ProfileDocuments documents;
  private final ThemeRarities rarities;
  private final AuthorityIndex index;
  private final Outbox outbox;
  private final AuditLog audit;
  private final DatabaseIdentity database;
  private final TransactionOperations<Connection> transactions;
  private final ExecutorService executor;
  private final Clock clock;
  private volatile Run last = new Run(ReindexState.IDLE, 0, 0, null, null);

  private record Run(
      ReindexState state,
      long done,
      long total,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {}

  Reindex(
      ProfileIndexer indexer,
      ProfileDocuments documents,
      ThemeRarities rarities,
      AuthorityIndex index,
      Outbox outbox,
      AuditLog audit,
      DatabaseIdentity database,
      TransactionOperations<Connection> transactions,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor,
      Clock clock) {
    this.indexer = indexer;
    this.documents = documents;
    this.rarities = rarities;
    this.index = index;
    this.outbox = outbox;
    this.audit = audit;
    this.database = database;
    this.transactions = transactions;
    this.executor = executor;
    this.clock = clock;
  }

  /**
   * Starts a rebuild and returns at once; while one is running, that one goes on.
   *
   * @throws DomainException.Forbidden for anybody but an administrator
   */
  public ReindexStatus start(Actor actor) {
    requireAdministrator(actor);
    if (begin()) {
      transactions.executeWrite(
          status -> {
            audit.record(actor, "index.rebuild", database.id());
            return true;
          });
      executor.execute(() -> rebuild(done -> {}));
    }
    return status();
  }

  /**
   * How far it has come.
   *
   * @throws DomainException.Forbidden for anybody but an administrator
   */
  public ReindexStatus status(Actor actor) {
    requireAdministrator(actor);
    return status();
  }

  /**
   * Rebuilds and returns when it is done: for the command line.
   *
   * @param progress called with the number of profiles read so far
   * @return what the index then holds
   */
  public ReindexStatus run(LongConsumer progress) {
    if (begin()) {
      rebuild(progress);
    }
    return status();
  }

  /** Reads everything anew from time to time, for what changes without an event. */
  @Scheduled(
      fixedDelay = "${bridgehall.index.renew-every:24h}",
      initialDelay = "${bridgehall.index.renew-every:24h}")
  void renew() {
    run(done -> {});
  }

  private synchronized boolean begin() {
    if (last.state() == ReindexState.RUNNING) {
      return false;
    }
    last = new Run(ReindexState.RUNNING, 0, documents.count(), clock.instant(), null);
    return true;
  }

  private void rebuild(LongConsumer progress) {
    Run run = last;
    boolean complete = false;
    try {
      indexer.rebuild(
          done -> {
            last =
                new Run(
                    ReindexState.RUNNING, done, Math.max(done, run.total()), run.startedAt(), null);
            progress.accept(done);
          });
      rarities.countNow();
      complete = true;
    } finally {
      ReindexState state = complete ? ReindexState.DONE : ReindexState.FAILED;
      last = new Run(state, last.done(), last.total(), run.startedAt(), clock.instant());
      LOG.info("The profile index was built anew: {}, {} profiles", state.id(), last.done());
    }
  }

  /** How long the oldest event that is not yet indexed has waited. */
  Duration lag() {
    Position position = indexer.position();
    List<StoredEvent> waiting = position == null ? List.of() : outbox.readAfter(position, 1);
    if (waiting.isEmpty()) {
      return Duration.ZERO;
    }
    Duration lag = Duration.between(waiting.getFirst().at(), clock.instant());
    return lag.isNegative() ? Duration.ZERO : lag;
  }

  private ReindexStatus status() {
    Run run = last;
    return new ReindexStatus(
        run.state().id(),
        run.done(),
        run.total(),
        run.startedAt(),
        run.endedAt(),
        index.check().count(),
        lag().toSeconds());
  }

  private static void requireAdministrator(Actor actor) {
    if (!actor.isAdministrator()) {
      throw new DomainException.Forbidden("discovery.administratorsOnly");
    }
  }
}
