package eu.bridgehall.web;

import eu.bridgehall.audit.AuditChainState;
import eu.bridgehall.audit.AuditEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The log, as narrowed by what was typed.
 *
 * @param entries the last first
 * @param total how many there are on all pages
 * @param chain how far the log is sealed
 * @param pager the pages beside it
 */
public record AuditView(
    List<AuditEntry> entries,
    long total,
    AuditChainState chain,
    Typed typed,
    Pager pager,
    FormErrors errors) {
  private static final int BRIEF = 8;

  public AuditView {
    entries = List.copyOf(entries);
  }

  /** The address of what is shown as a file. */
  public String export() {
    return Addresses.AUDIT + "/export" + typed.query();
  }

  /** The end of an id, by which the ids of a page are told apart: they begin with their time. */
  public static String brief(UUID id) {
    String whole = id.toString();
    return "…" + whole.substring(whole.length() - BRIEF);
  }

  /** What was typed to narrow it; empty where nothing was. */
  public record Typed(String person, String action, String subject, String from, String until) {
    static Typed of(
        @Nullable String person,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String until) {
      return new Typed(text(person), text(action), text(subject), text(from), text(until));
    }

    public boolean isEmpty() {
      return query().isEmpty();
    }

    /**
     * As it stands in an address, with a question mark before it; empty where nothing was typed.
     */
    public String query() {
      String fields =
          Stream.of(
                  field("person", person),
                  field("action", action),
                  field("subject", subject),
                  field("from", from),
                  field("until", until))
              .filter(field -> !field.isEmpty())
              .collect(Collectors.joining("&"));
      return fields.isEmpty() ? "" : "?" + fields;
    }

    private static String field(String name, String value) {
      return value.isBlank() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }
  }
}
