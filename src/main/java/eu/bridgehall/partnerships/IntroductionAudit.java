package eu.bridgehall.partnerships;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.partnerships.Introduction.Step;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.partnerships.model.ReviewCause;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the audit entries of introductions, without a word of what people have written. */
@Singleton
class IntroductionAudit {
  private final AuditLog audit;

  IntroductionAudit(AuditLog audit) {
    this.audit = audit;
  }

  /** What was done, and where the introduction stands after it. */
  void record(Actor actor, String verb, Introduction i) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("from", i.from());
    details.put("to", i.to());
    details.put("status", i.status().name());
    if (i.status() == IntroductionStatus.PENDING_REVIEW) {
      details.put("review", i.reviewReasons().stream().map(ReviewCause::id).toList());
    }
    if (i.proposedBy() != null) {
      details.put("proposedBy", i.proposedBy());
    }
    Step decided = i.answer() != null ? i.answer() : i.review();
    if (decided != null && decided.reason() != null) {
      details.put("reason", decided.reason());
    }
    audit.record(actor, "introduction." + verb, i.id(), details);
  }
}
