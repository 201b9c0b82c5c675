package eu.bridgehall.discovery;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.platform.outbox.Position;
import eu.bridgehall.platform.outbox.StoredEvent;
import eu.bridgehall.platform.start.StartChecks;
import eu.bridgehall.profiles.ProfileChanged;
import eu.bridgehall.profiles.WeightsChanged;
import eu.bridgehall.search.AuthorityDocument;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.ties.LoadChanged;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index at what the database says. It follows the outbox with a position of its own,
 * which lies in the index's commits: an event is done only with the commit that holds it, and one
 * that was not committed is replayed. An event only says which authority has changed; what is
 * indexed is read anew, so a replay does no harm.
 */
@Singleton
@Requires(notEnv = StartChecks.READING)
class ProfileIndexer {
  private static final Logger LOG = LoggerFactory.getLogger(ProfileIndexer.class);
  private static final int BATCH = 500;
  private static final List<Class<? extends DomainEvent>> EVENTS =
      List.of(ProfileChanged.class, LoadChanged.class, WeightsChanged.class);

  private final Outbox outbox;
  private final AuthorityIndex index;
  private final ProfileDocuments documents;
  private final IndexSettings settings;
  private final ReentrantLock following = new ReentrantLock();
  private volatile @Nullable Position position;
  private Position committed = Position.START;
  private int uncommitted;
  private long committedAt;

  ProfileIndexer(
      Outbox outbox, AuthorityIndex index, ProfileDocuments documents, IndexSettings settings) {
    this.outbox = outbox;
    this.index = index;
    this.documents = documents;
    this.settings = settings;
  }

  /**
   * Brings the index up to date, from its own position where that can be followed, else by a
   * rebuild. Returns when it has everything that was committed before.
   */
  void start() {
    Optional<Position> kept = keptPosition();
    if (kept.isPresent()) {
      startFrom(kept.get());
    } else {
      LOG.info("The profile index is built anew");
      rebuild(done -> {});
    }
    follow();
  }

  private Optional<Position> keptPosition() {
    return index.needsRebuild()
        ? Optional.empty()
        : index.position().map(Position::parse).filter(outbox::reachesBackTo);
  }

  private void startFrom(Position from) {
    following.lock();
    try {
      position = from;
      committed = from;
      committedAt = System.nanoTime();
    } finally {
      following.unlock();
    }
  }

  /**
   * Fills a new index aside from the database and changes over to it; readers and the follower go
   * on meanwhile.
   *
   * @param progress called with the number of profiles read so far
   */
  void rebuild(LongConsumer progress) {
    // Taken before the first row is read. What happens after it, the follower has put into both
    // indexes, or finds it read already, or is still to come to it.
    Position before = outbox.end();
    try (Stream<AuthorityDocument> all = documents.all()) {
      index.replaceAll(all, before.toString(), progress);
    }
    if (position == null) {
      startFrom(before);
    }
  }

  /** Indexes what has happened since the last time. */
  @Scheduled(
      fixedDelay = "${bridgehall.index.poll:150ms}",
      initialDelay = "${bridgehall.index.poll:150ms}")
  void follow() {
    following.lock();
    try {
      boolean more = position != null;
      while (more) {
        more = step();
      }
    } finally {
      following.unlock();
    }
  }

  /** Whether there may be more. */
  private boolean step() {
    Position from = position;
    if (from == null) {
      return false;
    }
    List<StoredEvent> events = outbox.readAfter(from, BATCH);
    if (!events.isEmpty()) {
      index(subjects(events));
      position = events.getLast().position();
      uncommitted += events.size();
    }
    commitIfDue();
    return events.size() == BATCH;
  }

  private static Set<UUID> subjects(List<StoredEvent> events) {
    Set<UUID> subjects = new LinkedHashSet<>();
    for (StoredEvent event : events) {
      if (EVENTS.stream().anyMatch(event::is)) {
        subjects.add(event.subject());
      }
    }
    return subjects;
  }

  private void index(Set<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    List<AuthorityDocument> present = documents.of(ids);
    Set<UUID> gone = new HashSet<>(ids);
    present.forEach(document -> gone.remove(document.id()));
    index.put(present);
    index.remove(gone);
    index.refresh();
  }

  private void commitIfDue() {
    boolean due =
        uncommitted >= settings.commitEvents()
            || System.nanoTime() - committedAt >= settings.commitEvery().toNanos();
    if (due) {
      commit();
    }
  }

  private void commit() {
    Position reached = position;
    if (reached != null && !reached.equals(committed)) {
      index.commit(reached.toString());
      committed = reached;
    }
    uncommitted = 0;
    committedAt = System.nanoTime();
  }

  /** Up to where the index has followed; null before it has started. */
  @Nullable Position position() {
    return position;
  }

  /** Commits at the end, so that nothing need be replayed at the next start. */
  @PreDestroy
  void stop() {
    following.lock();
    try {
      commit();
      position = null;
    } finally {
      following.unlock();
    }
  }
}
