package eu.bridgehall.platform.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import eu.bridgehall.platform.CannotStart;
import eu.bridgehall.platform.DataFolder;
import io.micronaut.context.annotation.Requires;
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

  EmbeddedPostgresServer(DataFolder data) throws IOException {
    long begin = System.nanoTime();
    Path dir = data.root().resolve("postgres");
    data.makeRoot();
    lock = lock(dir.resolveSibling("postgres.lock"));
    stopLeftOver(dir);
    // The library switches fsync off and synchronous commit too; data that is kept wants both on.
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setOverrideWorkingDirectory(data.folder("postgres-binaries").toFile())
            .setPGStartupWait(STARTUP_WAIT)
            .setDataDirectory(dir)
            .setCleanDataDirectory(false)
            // the context closes it after the data source; a hook of its own would race with that
            .setRegisterShutdownHook(false)
            .start();
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
    Path pidFile = dir.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty()) {
      return;
    }
    long pid = Long.parseLong(lines.getFirst().trim());
    ProcessHandle.of(pid)
        // a pid is reused after a reboot: only a postmaster started on this very directory is ours
        .filter(p -> p.info().command().map(c -> c.endsWith("postgres")).orElse(false))
        .filter(
            p -> p.info().arguments().map(a -> List.of(a).contains(dir.toString())).orElse(false))
        .ifPresent(EmbeddedPostgresServer::stop);
  }

  private static void stop(ProcessHandle postmaster) {
    LOG.info("Stopping the PostgreSQL left over from an earlier run ({})", postmaster.pid());
    postmaster.destroy();
    postmaster.onExit().orTimeout(STARTUP_WAIT.toSeconds(), TimeUnit.SECONDS).join();
  }
}
