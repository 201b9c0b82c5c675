package eu.bridgehall.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Entries as CSV, a part at a time, so that a log of any length can be read. Each cell is a number,
 * a time, an id, a word or a JSON object: nothing that a spreadsheet takes for a formula.
 */
@SuppressWarnings("JdkObsolete") // a sequence of streams takes nothing else
final class AuditCsv implements Enumeration<InputStream> {
  /** Entries of a part. */
  static final int AT_ONCE = 1000;

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final List<String> HEAD =
      List.of("number", "at", "person", "acted_as", "action", "subject", "network", "details");

  private final LongFunction<List<AuditEntry>> parts;
  private long before = Long.MAX_VALUE;
  private boolean begun;
  private boolean ended;

  private AuditCsv(LongFunction<List<AuditEntry>> parts) {
    this.parts = parts;
  }

  /**
   * The file.
   *
   * @param parts the next entries, at the most {@link #AT_ONCE}, before a number
   */
  static InputStream of(LongFunction<List<AuditEntry>> parts) {
    return new SequenceInputStream(new AuditCsv(parts));
  }

  @Override
  public boolean hasMoreElements() {
    return !ended;
  }

  @Override
  public InputStream nextElement() {
    if (ended) {
      throw new NoSuchElementException();
    }
    List<AuditEntry> entries = parts.apply(before);
    ended = entries.size() < AT_ONCE;
    StringWriter text = new StringWriter();
    try (CSVPrinter lines = new CSVPrinter(text, FORMAT)) {
      if (!begun) {
        lines.printRecord(HEAD);
        begun = true;
      }
      for (AuditEntry e : entries) {
        lines.printRecord(
            e.number(),
            e.at(),
            e.personId(),
            e.actedAs(),
            e.action(),
            e.subject(),
            e.network(),
            e.details());
        before = e.number();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
