package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.moderation.model.DecisionKind;
import eu.bridgehall.moderation.model.DecisionOrigin;
import eu.bridgehall.moderation.model.DecisionReason;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.moderation.model.ModerationRule;
import eu.bridgehall.moderation.model.RestrictionScope;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.OrganisationKind;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.FieldChecks;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what was sent is a decision about that thing. */
@Singleton
class DecisionChecks {
  static final int LONGEST = 4_000;
  private static final int MOST_DAYS = 730;

  private final Organisations organisations;

  DecisionChecks(Organisations organisations) {
    this.organisations = organisations;
  }

  /**
   * What is decided about.
   *
   * @param authority whose it is; null for a conversation and a reporter
   * @param sides of the conversation, of which one is chosen; none elsewhere
   */
  record About(
      SubjectKind kind,
      UUID subject,
      @Nullable UUID conversation,
      @Nullable UUID authority,
      @Nullable UUID person,
      Set<UUID> sides) {}

  /**
   * The decision, not in force yet; what led to it, if it was not the secretariat itself, the
   * caller says.
   *
   * @throws DomainException.Invalid with each field that is wrong
   */
  Decision check(About about, DecideRequest sent, UUID by, Instant now) {
    FieldChecks checks = new FieldChecks();
    DecisionKind kind = checks.choice("kind", sent.kind(), DecisionKind.class);
    DecisionReason reason = checks.choice("reason", sent.reason(), DecisionReason.class);
    String text = checks.text("text", sent.text(), LONGEST);
    ModerationRule rule = null;
    RestrictionScope scope = null;
    if (kind != null) {
      Set<DecisionKind> possible = DecisionKind.about(about.kind());
      if (!possible.contains(kind)) {
        checks.refuse("kind", FieldChecks.NO_CHOICE, Map.of("values", ids(possible)));
      }
      checks.require(reason == null || reason.isFor(kind), "reason", "moderation.reasonNot");
      if (kind != DecisionKind.NO_ACTION) {
        rule = checks.choice("rule", sent.rule(), ModerationRule.class);
      }
      if (kind == DecisionKind.RESTRICT) {
        scope = checks.choice("scope", sent.scope(), RestrictionScope.class);
        Set<RestrictionScope> scopes = RestrictionScope.about(about.kind());
        if (scope != null && !scopes.contains(scope)) {
          checks.refuse("scope", FieldChecks.NO_CHOICE, Map.of("values", ids(scopes)));
        }
      } else {
        String unused = sent.scope();
        checks.require(unused == null || unused.isEmpty(), "scope", "moderation.noScope");
      }
      checkTerm(checks, kind, scope == null ? MOST_DAYS : scope.mostDays(), sent.days());
    }
    UUID authority = kind == null ? null : concerned(checks, kind, about, sent.authority());
    checks.done();
    DecisionKind chosen = Objects.requireNonNull(kind);
    return new Decision(
        Ids.next(),
        chosen,
        scope,
        Objects.requireNonNull(reason),
        rule,
        text,
        about.kind(),
        about.subject(),
        about.conversation(),
        authority,
        about.person(),
        DecisionOrigin.OWN,
        DecisionStatus.PROPOSED,
        by,
        now,
        sent.days(),
        null,
        null,
        null,
        null,
        null);
  }

  private static void checkTerm(
      FieldChecks checks, DecisionKind kind, int most, @Nullable Integer days) {
    if (days == null) {
      checks.require(!kind.needsTerm(), "days", "error.text.missing");
    } else if (!kind.mayHaveTerm()) {
      checks.refuse("days", "moderation.noTerm");
    } else if (days < 1 || days > most) {
      checks.refuse("days", "error.range", Map.of("min", 1, "max", most));
    }
  }

  private @Nullable UUID concerned(
      FieldChecks checks, DecisionKind kind, About about, @Nullable UUID chosen) {
    if (!kind.concernsSomebody() || about.kind().isPerson()) {
      return about.authority();
    }
    UUID authority = about.authority();
    if (authority == null) {
      checks.require(
          chosen != null && about.sides().contains(chosen), "authority", "moderation.side");
      authority = chosen;
    }
    boolean authoritiesOnly = kind == DecisionKind.RESTRICT || kind == DecisionKind.SUSPEND;
    if (authoritiesOnly && authority != null && !isAuthority(authority)) {
      checks.refuse("kind", "moderation.notAnAuthority");
    }
    return authority;
  }

  private boolean isAuthority(UUID id) {
    return organisations
        .find(id)
        .map(Organisation::kind)
        .filter(OrganisationKind.AUTHORITY::equals)
        .isPresent();
  }

  private static String ids(Set<? extends Coded> choices) {
    return choices.stream().map(Coded::id).collect(Collectors.joining(", "));
  }
}
