package eu.bridgehall.platform.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import eu.bridgehall.platform.CannotStart;
import eu.bridgehall.platform.DataFolder;
import eu.bridgehall.platform.start.StartChecks;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The default on a fresh machine: a real PostgreSQL that this process starts when no database URL
 * is configured, with its data kept in the data folder across restarts.
 */
@Singleton
@Requires(missingProperty = "datasources.default.url")
@Requires(property = "bridgehall.embedded-database", notEquals = "false")
@Requires(classes = EmbeddedPostgres.class)
public class EmbeddedPostgresServer implements AutoCloseable {
  static final String USER = "postgres";
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgresServer.class);
  private static final Duration STARTUP_WAIT = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;

  /** Held while this service owns the data directory. */
  private final FileChannel lock;

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean serving;

  EmbeddedPostgresServer(DataFolder data, StartChecks checked) throws IOException {
    long begin = System.nanoTime();
    Path dir = data.root().resolve("postgres");
    Path binaries = data.folder("postgres-binaries");
    lock = lock(dir.resolveSibling("postgres.lock"));
    stopLeftOver(dir);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(dir), "end-of-postgres"));
    // The library switches fsync off and synchronous commit too; data that is kept wants both on.
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setOverrideWorkingDirectory(binaries.toFile())
            .setPGStartupWait(STARTUP_WAIT)
            .setDataDirectory(dir)
            .setCleanDataDirectory(false)
            // the context closes it after the data source; a hook of its own would race with that
            .setRegisterShutdownHook(false);
    try {
      server = builder.start();
    } finally {
      started.countDown();
    }
    // the library lets every user of the machine write there
    DataFolder.shut(binaries);
    LOG.info(
        "Embedded PostgreSQL ready in {} ms (data: {})",
        (System.nanoTime() - begin) / 1_000_000,
        dir);
  }

  /** JDBC URL of the service's database. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  @PreDestroy
  @Override
  public void close() throws IOException {
    try (lock) {
      server.close();
    } finally {
      closed.countDown();
    }
  }

  /** From here on the end of the service is orderly, and closes this server. */
  @EventListener
  void serving(ServerStartupEvent event) {
    serving = true;
  }

  /**
   * The program ends. Nothing but this closes the server while the service is not up yet; it is
   * then told to end, which it does as soon as this process, its only client, is gone.
   */
  private void end(Path dir) {
    try {
      if (serving && closed.await(STARTUP_WAIT.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
      // a server that is just being started has no process yet that could be found
      started.await(STARTUP_WAIT.toSeconds(), TimeUnit.SECONDS);
      if (closed.getCount() > 0) {
        postmaster(dir).ifPresent(ProcessHandle::destroy);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("The PostgreSQL in {} could not be stopped; the next start does it", dir, e);
    }
  }

  /** One service at a time runs on the directory; the operating system frees a dead one's lock. */
  private static FileChannel lock(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, CREATE, WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      LOG.debug("The lock is held by this very process", e);
    }
    channel.close();
    throw new CannotStart("Another instance runs on the embedded database in " + file.getParent());
  }

  /** A killed service leaves its postmaster running on the data directory; end that one first. */
  private static void stopLeftOver(Path dir) throws IOException {
    postmaster(dir).ifPresent(EmbeddedPostgresServer::stop);
  }

  /** The postmaster that runs on the data directory. */
  private static Optional<ProcessHandle> postmaster(Path dir) throws IOException {
    Path pidFile = dir.resolve("postmaster.pid");
    List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
        // a pid is reused after a reboot: only a postmaster started on this very directory is ours
        .filter(p -> p.info().command().map(c -> c.endsWith("postgres")).orElse(false))
        .filter(
            p -> p.info().arguments().map(a -> List.of(a).contains(dir.toString())).orElse(false));
  }

  private static void stop(ProcessHandle postmaster) {
    LOG.info("Stopping the PostgreSQL left over from an earlier run ({})", postmaster.pid());
    postmaster.destroy();
    postmaster.onExit().orTimeout(STARTUP_WAIT.toSeconds(), TimeUnit.SECONDS).join();
  }
}
