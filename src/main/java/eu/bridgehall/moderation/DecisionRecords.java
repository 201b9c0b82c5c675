package eu.bridgehall.moderation;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import eu.bridgehall.moderation.Decision.Step;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a person and what she has written, her appeals and what she has corrected;
 * of a moderator what she has written about decisions. It stays as it is. A decision that waits for
 * the second moderator is none yet.
 */
@Singleton
class DecisionRecords implements PersonalRecords {
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
        decisions.listAllAbout(person.id()).stream().map(DecisionRecords::concerning).toList(),
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
            .toList(),
        written(person.id()));
  }

  private static Concerning concerning(Decision d) {
    Step second = d.second();
    Step lifted = d.lifted();
    return new Concerning(
        d.id(),
        d.subject(),
        d.inForceAt() == null ? d.decidedAt() : d.inForceAt(),
        d.kind().id(),
        d.scope() == null ? null : d.scope().id(),
        d.origin().id(),
        d.reason().id(),
        d.rule() == null ? null : d.rule().id(),
        d.text(),
        d.status().id(),
        d.termUntil(),
        second == null ? null : second.text(),
        lifted == null ? null : lifted.at(),
        lifted == null ? null : lifted.text());
  }

  /** What a moderator has written, the first first. */
  private List<Wrote> written(UUID moderator) {
    List<Wrote> found = new ArrayList<>();
    for (Decision d : decisions.listWrittenBy(moderator)) {
      if (d.decidedBy().equals(moderator)) {
        found.add(new Wrote(d.id(), d.decidedAt(), "decision", d.text()));
      }
      addStep(found, d, "second-opinion", d.second(), moderator);
      addStep(found, d, "end", d.lifted(), moderator);
    }
    for (Appeal a : appeals.listDecidedBy(moderator)) {
      Appeal.Decided decided = a.decided();
      if (decided != null) {
        found.add(new Wrote(a.decision(), decided.at(), "appeal", decided.answer()));
      }
    }
    for (Correction c : corrections.listAnsweredBy(moderator)) {
      Correction.Answered answered = c.answered();
      if (answered != null) {
        found.add(new Wrote(c.decision(), answered.at(), "correction", answered.answer()));
      }
    }
    found.sort(Comparator.comparing(Wrote::at));
    return found;
  }

  private static void addStep(
      List<Wrote> found, Decision d, String did, @Nullable Step step, UUID moderator) {
    if (step != null && moderator.equals(step.by()) && step.text() != null) {
      found.add(new Wrote(d.id(), step.at(), did, step.text()));
    }
  }

  /** All of it. */
  @Serdeable
  record Kept(
      List<Concerning> concerning,
      List<Made> appeals,
      List<Corrected> corrections,
      List<Wrote> written) {}

  /**
   * A decision.
   *
   * @param subject what it is about
   * @param secondText what the second moderator has said to it
   * @param endText why it has ended
   */
  @Serdeable
  record Concerning(
      UUID id,
      UUID subject,
      Instant at,
      String kind,
      @Nullable String scope,
      String origin,
      String reason,
      @Nullable String rule,
      String text,
      String status,
      @Nullable Instant until,
      @Nullable String secondText,
      @Nullable Instant endedAt,
      @Nullable String endText) {}

  /** An appeal, and what was answered. */
  @Serdeable
  record Made(UUID decision, Instant at, String text, @Nullable String answer) {}

  /**
   * A correction, and what was answered.
   *
   * @param content what the message says since; null for a profile, and where it was erased
   */
  @Serdeable
  record Corrected(
      UUID decision,
      Instant at,
      @Nullable String content,
      @Nullable String note,
      @Nullable String answer) {}

  /**
   * What a moderator has written.
   *
   * @param did decision, second-opinion, end, appeal or correction
   */
  @Serdeable
  record Wrote(UUID decision, Instant at, String did, String text) {}
}
