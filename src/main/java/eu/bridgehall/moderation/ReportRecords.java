package eu.bridgehall.moderation;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person has reported, and what came of it; it stays with those who decide about it. */
@Singleton
class ReportRecords implements PersonalRecords {
  private final OwnReports reports;

  ReportRecords(OwnReports reports) {
    this.reports = reports;
  }

  @Override
  public String name() {
    return "reports";
  }

  @Override
  public Object collect(Person person) {
    return reports.listOf(person.id()).stream()
        .map(
            r ->
                new Reported(
                    r.subject(),
                    r.at(),
                    r.reason(),
                    r.text(),
                    r.state(),
                    r.decidedAt(),
                    r.answer(),
                    r.again() == null ? null : r.again().text()))
        .toList();
  }

  /**
   * A report.
   *
   * @param subject the conversation, message, file or profile
   * @param status what came of it
   * @param answer why nothing was done after another look
   * @param again why she has asked for another look
   */
  @Serdeable
  record Reported(
      UUID subject,
      Instant at,
      String reason,
      @Nullable String text,
      String status,
      @Nullable Instant decidedAt,
      @Nullable String answer,
      @Nullable String again) {}
}
