package eu.bridgehall.messaging;

import jakarta.inject.Singleton;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a clamd whether there is a virus in a file, where the operator names one. It is sent the
 * file in pieces, each after its length, and a piece of no length at the end (INSTREAM), and
 * answers by a line. Whatever else happens means that the file was not scanned.
 */
@Singleton
class VirusScan {
  private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
  private static final byte[] INSTREAM = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
  private static final int PIECE = 8_192;
  private static final int LONGEST_ANSWER = 1_000;
  private static final String CLEAN = "stream: OK";
  private static final String FOUND = " FOUND";

  /** So that a scanner that hangs holds no more of the connections to the database than these. */
  private static final int AT_ONCE = 3;

  private final VirusScanSettings settings;
  private final Clock clock;
  private final Semaphore free = new Semaphore(AT_ONCE);

  VirusScan(VirusScanSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** What was found out about a file. */
  enum Verdict {
    /** Nothing was found, or nobody looks. */
    CLEAN,
    INFECTED,
    /** The scanner could not be reached, was not done in time, or did not want the file. */
    NOT_SCANNED
  }

  /** Looks at a file. */
  Verdict of(Path file) {
    if (!settings.hasScanner()) {
      return Verdict.CLEAN;
    }
    if (!free.tryAcquire()) {
      LOG.warn("A file was not scanned: {} others are", AT_ONCE);
      return Verdict.NOT_SCANNED;
    }
    try {
      return verdict(ask(file));
    } catch (IOException e) {
      LOG.warn("A file was not scanned by {}: {}", settings.host(), e.toString());
      return Verdict.NOT_SCANNED;
    } finally {
      free.release();
    }
  }

  private static Verdict verdict(String answer) {
    if (answer.equals(CLEAN)) {
      return Verdict.CLEAN;
    }
    if (answer.endsWith(FOUND)) {
      LOG.warn("A file was refused: {}", answer);
      return Verdict.INFECTED;
    }
    LOG.warn("A file was not scanned: the scanner says {}", answer);
    return Verdict.NOT_SCANNED;
  }

  private String ask(Path file) throws IOException {
    String host = Objects.requireNonNull(settings.host());
    long end = clock.millis() + settings.timeout().toMillis();
    try (Socket socket = new Socket()) {
      int wait = Math.toIntExact(settings.timeout().toMillis());
      socket.connect(new InetSocketAddress(host, settings.port()), wait);
      socket.setSoTimeout(wait);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write(INSTREAM);
      send(file, out, end);
      out.writeInt(0);
      out.flush();
      return answer(socket.getInputStream(), end);
    }
  }

  private void send(Path file, DataOutputStream out, long end) throws IOException {
    byte[] piece = new byte[PIECE];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(piece); read > 0; read = in.read(piece)) {
        mustBeInTime(end);
        out.writeInt(read);
        out.write(piece, 0, read);
      }
    }
  }

  /** What it says, up to the byte that ends it. */
  private String answer(InputStream in, long end) throws IOException {
    StringBuilder answer = new StringBuilder();
    for (int next = in.read(); next > 0; next = in.read()) {
      mustBeInTime(end);
      if (answer.length() == LONGEST_ANSWER) {
        throw new IOException("an answer without an end");
      }
      answer.append((char) next);
    }
    return answer.toString().strip();
  }

  /** Each single wait is bounded by the socket; all together by this. */
  private void mustBeInTime(long end) throws IOException {
    if (clock.millis() > end) {
      throw new IOException("not done in time");
    }
  }
}
