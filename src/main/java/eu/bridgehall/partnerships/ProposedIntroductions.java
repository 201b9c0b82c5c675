package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.partnerships.Introduction.Step;
import eu.bridgehall.partnerships.IntroductionSides.Side;
import eu.bridgehall.partnerships.model.IntroductionLifecycle;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.ties.Certainty;
import eu.bridgehall.ties.Loads;
import eu.bridgehall.ties.TieKind;
import eu.bridgehall.ties.Ties;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Introductions that neither side has asked for: an association or the secretariat proposes them,
 * each side answers by itself, and neither learns the other's answer before it has given its own.
 * {@link IntroductionService} has decided who may, and holds the transaction and the row.
 */
@Singleton
class ProposedIntroductions {
  private final IntroductionRepository introductions;
  private final IntroductionSides sides;
  private final IntroductionGates gates;
  private final IntroductionMatches matches;
  private final IntroductionSettings settings;
  private final IntroductionAudit audit;
  private final Organisations organisations;
  private final Ties ties;
  private final Loads loads;
  private final Outbox outbox;
  private final Clock clock;

  ProposedIntroductions(
      IntroductionRepository introductions,
      IntroductionSides sides,
      IntroductionGates gates,
      IntroductionMatches matches,
      IntroductionSettings settings,
      IntroductionAudit audit,
      Organisations organisations,
      Ties ties,
      Loads loads,
      Outbox outbox,
      Clock clock) {
    this.introductions = introductions;
    this.sides = sides;
    this.gates = gates;
    this.matches = matches;
    this.settings = settings;
    this.audit = audit;
    this.organisations = organisations;
    this.ties = ties;
    this.loads = loads;
    this.outbox = outbox;
    this.clock = clock;
  }

  Introduction propose(Actor actor, ProposeIntroduction request) {
    if (!actor.isSecretariat() && actor.associations().isEmpty()) {
      throw new DomainException.Forbidden("introductions.propose.forbidden");
    }
    FieldChecks checks = new FieldChecks();
    UUID one = checks.present("one", request.one());
    IntroductionProposal proposal =
        gates.proposal(
            checks,
            "other",
            new AskIntroduction(
                request.other(), request.text(), request.cooperationTypes(), request.themes()));
    UUID from = Objects.requireNonNull(one); // the checks have passed
    UUID to = proposal.to();
    if (from.equals(to)) {
      throw new DomainException.Invalid("other", "introductions.ask.self");
    }
    gates.checkPropose(actor, from, to);
    // so that nobody forbids the pair in the same moment
    Stream.of(from, to).sorted().forEach(introductions::lockAsker);
    Instant now = now();
    Introduction proposed =
        new Introduction(
            Ids.next(),
            from,
            to,
            gates.reviewedBy(from),
            IntroductionLifecycle.first(false),
            proposal.text(),
            proposal.cooperationTypes(),
            proposal.themes(),
            new Step(actor.person(), now),
            false,
            List.of(),
            null,
            now,
            now.plus(settings.answerTime()),
            null,
            null,
            null,
            null,
            proposer(actor, from, to));
    if (!introductions.add(proposed)) {
      throw new DomainException.Conflict("introductions.ask.alreadyOpen");
    }
    gates.checkTies(from, to);
    matches.keep(proposed);
    audit.record(actor, "propose", proposed);
    ties.record(from, to, TieKind.INTRODUCTION_OPEN, Certainty.CONFIRMED, from, null);
    loads.received(proposed.id(), from);
    loads.received(proposed.id(), to);
    outbox.publish(
        new IntroductionProposed(
            proposed.id(), from, to, Objects.requireNonNull(proposed.proposedBy())));
    return proposed;
  }

  List<Introduction> list(Actor actor, PageRequest page) {
    return introductions.listProposed(proposers(actor), page);
  }

  long count(Actor actor) {
    return introductions.countProposed(proposers(actor));
  }

  Introduction accept(Actor actor, Introduction i) {
    gates.checkAccept(i.from(), i.to());
    return answer(actor, i, new Side(true, new Step(actor.person(), now())));
  }

  Introduction decline(Actor actor, Introduction i, IntroductionReasons.Chosen why) {
    return answer(
        actor, i, new Side(false, new Step(actor.person(), now(), why.reason(), why.text())));
  }

  /** Counts for each side for which the actor acts and which has not answered yet. */
  private Introduction answer(Actor actor, Introduction i, Side answer) {
    Map<UUID, Side> given = sides.of(i.id());
    List<UUID> mine =
        Stream.of(i.from(), i.to())
            .filter(side -> actor.isMember(side, MemberRole.EDITOR) && !given.containsKey(side))
            .toList();
    if (mine.isEmpty()) {
      throw new DomainException.Conflict("introductions.propose.answered");
    }
    Map<UUID, Side> all = new HashMap<>(given);
    for (UUID side : mine) {
      sides.add(i.id(), side, answer);
      loads.answered(i.id(), side);
      all.put(side, answer);
    }
    Side from = all.get(i.from());
    Side to = all.get(i.to());
    IntroductionStatus next =
        IntroductionLifecycle.proposed(
            from == null ? null : from.accepted(), to == null ? null : to.accepted());
    String verb = answer.accepted() ? "accept" : "decline";
    if (next == IntroductionStatus.SENT) {
      audit.record(actor, verb, i);
      return i;
    }
    // what stands in the row is the answer that decided
    Side decided =
        answer.accepted() && next == IntroductionStatus.DECLINED
            ? Objects.requireNonNull(given.values().iterator().next())
            : answer;
    Introduction answered = i.answered(next, decided.step());
    introductions.update(answered);
    audit.record(actor, verb, answered);
    UUID last = mine.getLast();
    finish(answered, last.equals(i.from()) ? i.to() : i.from(), last, given, answer.accepted());
    return answered;
  }

  /**
   * Both have answered.
   *
   * @param first the side that had answered before, or the other one of somebody who acts for both
   */
  private void finish(
      Introduction i, UUID first, UUID last, Map<UUID, Side> before, boolean accepts) {
    boolean agreed = i.status() == IntroductionStatus.ACCEPTED;
    outbox.publish(
        new IntroductionProposalEnded(
            i.id(), i.from(), i.to(), Objects.requireNonNull(i.proposedBy())));
    ties.end(
        i.from(), i.to(), TieKind.INTRODUCTION_OPEN, i.from(), agreed ? "accepted" : "declined");
    if (agreed) {
      ties.record(i.from(), i.to(), TieKind.INTRODUCTION_ACCEPTED, Certainty.CONFIRMED, null, null);
      outbox.publish(new IntroductionAccepted(i.id(), first, last));
      return;
    }
    Side earlier = before.get(first);
    if (!accepts && earlier != null && earlier.accepted()) {
      outbox.publish(new IntroductionProposalDeclined(i.id(), first, last));
    }
  }

  /** The organisation for which the actor proposes it. */
  private UUID proposer(Actor actor, UUID from, UUID to) {
    if (actor.isSecretariat()) {
      return organisations.secretariat().id();
    }
    return Stream.of(from, to)
        .map(gates::reviewedBy)
        .filter(actor::isAssociationOf)
        .flatMap(country -> organisations.associationOf(country).stream())
        .map(Organisation::id)
        .findFirst()
        .orElseThrow(() -> new DomainException.Forbidden("introductions.propose.forbidden"));
  }

  /** The organisations whose proposals the actor sees. */
  private Collection<UUID> proposers(Actor actor) {
    if (!actor.isSecretariat() && actor.associations().isEmpty()) {
      throw new DomainException.Forbidden("introductions.propose.forbidden");
    }
    if (!actor.isSecretariat()) {
      return actor.associations().keySet();
    }
    List<UUID> all = new ArrayList<>();
    all.add(organisations.secretariat().id());
    organisations.listAssociations().forEach(a -> all.add(a.id()));
    return all;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
