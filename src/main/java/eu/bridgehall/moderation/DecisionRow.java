package eu.bridgehall.moderation;

import eu.bridgehall.moderation.Decision.Moved;
import eu.bridgehall.moderation.Decision.Step;
import eu.bridgehall.moderation.model.DecisionKind;
import eu.bridgehall.moderation.model.DecisionOrigin;
import eu.bridgehall.moderation.model.DecisionReason;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.moderation.model.ModerationRule;
import eu.bridgehall.moderation.model.RestrictionScope;
import eu.bridgehall.moderation.model.SubjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code moderation_decision}, read. */
final class DecisionRow {
  private DecisionRow() {}

  /** The decision of the row at which the result stands. */
  static Decision read(ResultSet r) throws SQLException {
    String scope = r.getString("scope");
    String rule = r.getString("rule");
    String from = r.getString("profile_from");
    Integer days = r.getObject("term_days", Integer.class);
    return new Decision(
        r.getObject("id", UUID.class),
        DecisionKind.valueOf(r.getString("kind")),
        scope == null ? null : RestrictionScope.valueOf(scope),
        DecisionReason.valueOf(r.getString("reason")),
        rule == null ? null : ModerationRule.valueOf(rule),
        r.getString("text"),
        SubjectKind.valueOf(r.getString("subject_kind")),
        r.getObject("subject", UUID.class),
        r.getObject("conversation_id", UUID.class),
        r.getObject("authority_id", UUID.class),
        r.getObject("person_id", UUID.class),
        DecisionOrigin.valueOf(r.getString("origin")),
        DecisionStatus.valueOf(r.getString("status")),
        r.getObject("decided_by", UUID.class),
        r.getObject("decided_at", OffsetDateTime.class).toInstant(),
        days,
        instant(r, "term_until"),
        step(r, "confirmed_by", "confirmed_at", "confirm_text"),
        instant(r, "in_force_at"),
        step(r, "lifted_by", "lifted_at", "lift_text"),
        from == null ? null : new Moved(from, r.getLong("profile_version")));
  }

  private static @Nullable Step step(ResultSet r, String by, String at, String text)
      throws SQLException {
    Instant when = instant(r, at);
    return when == null ? null : new Step(r.getObject(by, UUID.class), when, r.getString(text));
  }

  private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
    OffsetDateTime at = r.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
