package eu.bridgehall.moderation;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about what a person has written, her appeals and what she has corrected; it
 * stays as it is.
 */
@Singleton
class DecisionRecords implements PersonalRecords {
  private static final int MOST = 10_000;

  private final DecisionRepository decisions;
  private final AppealRepository appeals;
  private final CorrectionRepository corrections;

  DecisionRecords(
      DecisionRepository decisions, AppealRepository appeals, CorrectionRepository corrections) {
    this.decisions = decisions;
    this.appeals = appeals;
    this.corrections = corrections;
  }

  @Override
  public String name() {
    return "decisions";
  }

  @Override
  public Object collect(Person person) {
    return new Kept(
        decisions.listConcerning(person.id(), List.of(), 0, MOST).stream()
            .map(
                d ->
                    new Concerning(
                        d.id(),
                        d.subject(),
                        d.inForceAt(),
                        d.kind().id(),
                        d.origin().id(),
                        d.reason().id(),
                        d.text(),
                        d.status().id()))
            .toList(),
        appeals.listOf(person.id()).stream()
            .map(
                a ->
                    new Made(
                        a.decision(),
                        a.at(),
                        a.text(),
                        a.decided() == null ? null : a.decided().answer()))
            .toList(),
        corrections.listOf(person.id()).stream()
            .map(
                c ->
                    new Corrected(
                        c.decision(),
                        c.at(),
                        c.content(),
                        c.note(),
                        c.answered() == null ? null : c.answered().answer()))
            .toList());
  }

  /** All of it. */
  @Serdeable
  record Kept(List<Concerning> concerning, List<Made> appeals, List<Corrected> corrections) {}

  /**
   * A decision.
   *
   * @param subject what it is about
   */
  @Serdeable
  record Concerning(
      UUID id,
      UUID subject,
      @Nullable Instant at,
      String kind,
      String origin,
      String reason,
      String text,
      String status) {}

  /** An appeal, and what was answered. */
  @Serdeable
  record Made(UUID decision, Instant at, String text, @Nullable String answer) {}

  /**
   * A correction, and what was answered.
   *
   * @param content what the message says since; null for a profile
   */
  @Serdeable
  record Corrected(
      UUID decision,
      Instant at,
      @Nullable String content,
      @Nullable String note,
      @Nullable String answer) {}
}
