package eu.bridgehall.audit;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.FieldChecks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; what is null does not matter.
 *
 * @param person who acted
 * @param action an action, such as {@code profile.confirm}, or all of a feature: {@code profile}
 * @param subject to what it was done
 * @param from at or after
 * @param until before
 */
public record AuditFilter(
    @Nullable UUID person,
    @Nullable String action,
    @Nullable UUID subject,
    @Nullable Instant from,
    @Nullable Instant until) {
  /** All entries. */
  public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

  private static final int LONGEST_ACTION = 60;

  /**
   * From what somebody has typed; what is empty is not asked for.
   *
   * @param from the first day, as 2026-05-31, in UTC
   * @param until the last day
   * @throws DomainException.Invalid naming all that is no id, action or day
   */
  public static AuditFilter of(
      @Nullable String person,
      @Nullable String action,
      @Nullable String subject,
      @Nullable String from,
      @Nullable String until) {
    FieldChecks checks = new FieldChecks();
    AuditFilter filter =
        new AuditFilter(
            id(checks, "person", person),
            action(checks, action),
            id(checks, "subject", subject),
            day(checks, "from", from).map(AuditFilter::begin).orElse(null),
            day(checks, "until", until).map(d -> begin(d.plusDays(1))).orElse(null));
    checks.done();
    return filter;
  }

  private static @Nullable UUID id(FieldChecks checks, String field, @Nullable String typed) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      return UUID.fromString(text);
    }
    checks.refuse(field, "audit.noId");
    return null;
  }

  private static @Nullable String action(FieldChecks checks, @Nullable String typed) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      return null;
    }
    checks.require(
        text.length() <= LONGEST_ACTION && text.matches("[A-Za-z]+(\\.[A-Za-z-]+)?"),
        "action",
        "audit.noAction");
    return text;
  }

  private static Optional<LocalDate> day(FieldChecks checks, String field, @Nullable String typed) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return Optional.of(LocalDate.parse(text));
      }
    } catch (DateTimeException e) {
      checks.refuse(field, "audit.noDay");
      return Optional.empty();
    }
    checks.refuse(field, "audit.noDay");
    return Optional.empty();
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
