package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.matching.ToldMatch;
import eu.bridgehall.partnerships.Introduction.Step;
import eu.bridgehall.partnerships.model.IntroductionAction;
import eu.bridgehall.partnerships.model.IntroductionLifecycle;
import eu.bridgehall.partnerships.model.IntroductionStanding;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.partnerships.model.ReviewCause;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.ties.Certainty;
import eu.bridgehall.ties.Loads;
import eu.bridgehall.ties.TieKind;
import eu.bridgehall.ties.Ties;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one authority to be put in touch with another. Whoever is neither a member of one of
 * the two nor a reviewer learns nothing of them; the side that is asked learns nothing before it
 * has been sent.
 */
@Singleton
public class IntroductionService {
  private final IntroductionRepository introductions;
  private final IntroductionGates gates;
  private final IntroductionLimits limits;
  private final ReviewRuleBook rules;
  private final IntroductionMatches matches;
  private final ProposedIntroductions proposals;
  private final IntroductionAnswers answers;
  private final IntroductionSettings settings;
  private final Ties ties;
  private final Loads loads;
  private final IntroductionAudit audit;
  private final Outbox outbox;
  private final Clock clock;

  IntroductionService(
      IntroductionRepository introductions,
      IntroductionGates gates,
      IntroductionLimits limits,
      ReviewRuleBook rules,
      IntroductionMatches matches,
      ProposedIntroductions proposals,
      IntroductionAnswers answers,
      IntroductionSettings settings,
      Ties ties,
      Loads loads,
      IntroductionAudit audit,
      Outbox outbox,
      Clock clock) {
    this.introductions = introductions;
    this.gates = gates;
    this.limits = limits;
    this.rules = rules;
    this.matches = matches;
    this.proposals = proposals;
    this.answers = answers;
    this.settings = settings;
    this.ties = ties;
    this.loads = loads;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Asks for an introduction.
   *
   * @param from the authority that asks, for which the actor writes
   * @throws DomainException.NotFound where the actor is no member of it, or must not know the other
   * @throws DomainException.Forbidden for a viewer, and while the authority asks for none
   * @throws DomainException.Invalid with each field that is wrong
   * @throws DomainException.Conflict where the two cannot be introduced now, or the authority has
   *     asked for too many, or too soon again
   */
  @Transactional
  public IntroductionResponse ask(Actor actor, UUID from, AskIntroduction request) {
    mustRead(actor, from);
    if (!actor.isMember(from, MemberRole.EDITOR)) {
      throw new DomainException.Forbidden("introductions.step.forbidden");
    }
    IntroductionProposal proposal = gates.proposal(request);
    gates.checkAsk(actor, from, proposal.to());
    introductions.lockAsker(from);
    limits.check(from, proposal.to());
    String country = gates.reviewedBy(from);
    List<ReviewCause> reasons =
        List.copyOf(rules.reasons(actor.person(), from, proposal.to(), country, proposal.text()));
    boolean reviewed = !reasons.isEmpty();
    Instant now = now();
    Introduction asked =
        new Introduction(
            Ids.next(),
            from,
            proposal.to(),
            country,
            IntroductionLifecycle.first(reviewed),
            proposal.text(),
            proposal.cooperationTypes(),
            proposal.themes(),
            new Step(actor.person(), now),
            reviewed,
            reasons,
            null,
            reviewed ? null : now,
            reviewed ? null : now.plus(settings.answerTime()),
            null,
            null,
            null,
            null,
            null);
    if (!introductions.add(asked)) {
      throw gates.alreadyOpen(from, proposal.to());
    }
    // after the row: who comes too late to find the other one open finds what it has led to
    gates.checkTies(from, proposal.to());
    matches.keep(asked);
    audit.record(actor, "ask", asked);
    outbox.publish(new IntroductionRequested(asked.id(), from, proposal.to(), country, reviewed));
    if (!reviewed) {
      sent(asked);
    }
    return answer(actor, asked);
  }

  /**
   * How many more introductions an authority can ask for now, and from when a certain one.
   *
   * @param to the one it would ask; null for none in particular
   * @throws DomainException.NotFound where the actor is no member of it
   */
  @Transactional
  public IntroductionAllowance allowance(Actor actor, UUID from, @Nullable UUID to) {
    mustRead(actor, from);
    return limits.allowance(from, to);
  }

  /**
   * One introduction.
   *
   * @throws DomainException.NotFound where the actor must not know of it
   */
  @Transactional
  public IntroductionResponse get(Actor actor, UUID id) {
    return introductions
        .find(id)
        .filter(i -> !IntroductionStanding.of(actor, i.facts()).isEmpty())
        .map(i -> answer(actor, i))
        .orElseThrow(() -> new DomainException.NotFound("introductions.notFound"));
  }

  /**
   * How well the two fitted when it was asked for, told to the reader's side, to reviewers as to
   * the asker; empty where that was not kept, and while a profile of the two is not shown to her.
   *
   * @throws DomainException.NotFound where the actor must not know of the introduction
   */
  @Transactional
  public Optional<ToldMatch> findMatch(Actor actor, UUID id, Locale reader) {
    Introduction i = introductions.get(id);
    if (IntroductionStanding.of(actor, i.facts()).isEmpty()) {
      throw new DomainException.NotFound("introductions.notFound");
    }
    boolean other =
        actor.isMember(i.to(), MemberRole.VIEWER) && !actor.isMember(i.from(), MemberRole.VIEWER);
    return gates.areShown(actor, i) ? matches.find(id, other, reader) : Optional.empty();
  }

  /**
   * The introductions of an authority, the newest first.
   *
   * @param statuses only those in one of these; all where there is none
   * @throws DomainException.NotFound where the actor is no member of it
   */
  @Transactional
  public Page<IntroductionResponse> list(
      Actor actor,
      UUID authority,
      Box box,
      Collection<IntroductionStatus> statuses,
      PageRequest page) {
    mustRead(actor, authority);
    Set<IntroductionStatus> wanted =
        statuses.isEmpty() ? EnumSet.allOf(IntroductionStatus.class) : EnumSet.copyOf(statuses);
    return switch (box) {
      case RECEIVED ->
          Page.at(
              page.offset(),
              answers.of(actor, introductions.listTo(authority, wanted, page)),
              introductions.countTo(authority, wanted));
      case SENT ->
          Page.at(
              page.offset(),
              answers.of(actor, introductions.listFrom(authority, wanted, page)),
              introductions.countFrom(authority, wanted));
    };
  }

  /**
   * Proposes to two authorities that they get to know each other. Each answers by itself.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat and the associations of the
   *     two countries, and for members of one of the two
   * @throws DomainException.NotFound where the actor must not know one of them
   * @throws DomainException.Invalid with each field that is wrong
   * @throws DomainException.Conflict where the two cannot be introduced now
   */
  @Transactional
  public IntroductionResponse propose(Actor actor, ProposeIntroduction request) {
    return answer(actor, proposals.propose(actor, request));
  }

  /**
   * What the actor's association has proposed, or for the secretariat all that anybody has, the
   * newest first.
   *
   * @throws DomainException.Forbidden for everybody else
   */
  @Transactional
  public Page<IntroductionResponse> listProposed(Actor actor, PageRequest page) {
    return Page.at(
        page.offset(), answers.of(actor, proposals.list(actor, page)), proposals.count(actor));
  }

  /**
   * What waits for a review of the actor, the oldest first: of all countries for the secretariat,
   * of her own for an officer of an association; nothing that touches an authority of her own.
   *
   * @throws DomainException.Forbidden for everybody else
   */
  @Transactional
  public Page<IntroductionResponse> queue(Actor actor, PageRequest page) {
    if (!actor.isSecretariat() && actor.associations().isEmpty()) {
      throw new DomainException.Forbidden("introductions.review.forbidden");
    }
    Collection<String> countries =
        actor.isSecretariat() ? null : Set.copyOf(actor.associations().values());
    Set<UUID> own = actor.authorities().keySet();
    return Page.at(
        page.offset(),
        answers.of(actor, introductions.listQueue(countries, own, page)),
        introductions.countQueue(countries, own));
  }

  /** Lets it through to the other side. Refusals as {@link #accept}. */
  @Transactional
  public IntroductionResponse approve(Actor actor, UUID id) {
    Introduction i = introductions.lock(id);
    next(actor, IntroductionAction.APPROVE, i);
    gates.checkApprove(actor, i);
    Instant now = now();
    Introduction approved =
        i.approved(new Step(actor.person(), now), now.plus(settings.answerTime()));
    store(actor, IntroductionAction.APPROVE, approved);
    sent(approved);
    return answer(actor, approved);
  }

  /**
   * Does not let it through; the other side never learns of it. Refusals as {@link #accept}.
   *
   * @throws DomainException.Invalid where the reason is not on the list, or needs a text
   */
  @Transactional
  public IntroductionResponse reject(Actor actor, UUID id, StepReason reason) {
    Introduction i = introductions.lock(id);
    next(actor, IntroductionAction.REJECT, i);
    IntroductionReasons.Chosen chosen = IntroductionReasons.rejecting(reason);
    gates.checkReview(actor, i);
    Introduction rejected =
        i.rejected(new Step(actor.person(), now(), chosen.reason(), chosen.text()));
    store(actor, IntroductionAction.REJECT, rejected);
    outbox.publish(new IntroductionRejected(i.id(), i.from(), i.to()));
    return answer(actor, rejected);
  }

  /**
   * The other side agrees: the two are in touch. The conversation is opened a moment later.
   *
   * @throws DomainException.NotFound where the actor must not know of it
   * @throws DomainException.Forbidden where the step is not the actor's, or her side only reads
   * @throws DomainException.Conflict where it has been answered or withdrawn, or something has come
   *     between the two
   */
  @Transactional
  public IntroductionResponse accept(Actor actor, UUID id) {
    Introduction i = introductions.lock(id);
    IntroductionStatus next = next(actor, IntroductionAction.ACCEPT, i);
    gates.checkAnswer(actor, i.from(), i.to());
    if (i.isProposed()) {
      return answer(actor, proposals.accept(actor, i));
    }
    gates.checkAccept(i.from(), i.to());
    Introduction accepted = i.answered(next, new Step(actor.person(), now()));
    store(actor, IntroductionAction.ACCEPT, accepted);
    loads.answered(i.id(), i.to());
    ties.end(i.from(), i.to(), TieKind.INTRODUCTION_OPEN, i.from(), "accepted");
    ties.record(i.from(), i.to(), TieKind.INTRODUCTION_ACCEPTED, Certainty.CONFIRMED, null, null);
    outbox.publish(new IntroductionAccepted(i.id(), i.from(), i.to()));
    return answer(actor, accepted);
  }

  /**
   * The other side does not want it. Refusals as {@link #accept}.
   *
   * @throws DomainException.Invalid where the reason is not on the list, or needs a text
   */
  @Transactional
  public IntroductionResponse decline(Actor actor, UUID id, StepReason reason) {
    Introduction i = introductions.lock(id);
    IntroductionStatus next = next(actor, IntroductionAction.DECLINE, i);
    IntroductionReasons.Chosen chosen = IntroductionReasons.declining(reason);
    if (i.isProposed()) {
      return answer(actor, proposals.decline(actor, i, chosen));
    }
    Introduction declined =
        i.answered(next, new Step(actor.person(), now(), chosen.reason(), chosen.text()));
    store(actor, IntroductionAction.DECLINE, declined);
    loads.answered(i.id(), i.to());
    ties.end(i.from(), i.to(), TieKind.INTRODUCTION_OPEN, i.from(), "declined");
    outbox.publish(new IntroductionDeclined(i.id(), i.from(), i.to()));
    return answer(actor, declined);
  }

  /** The asker takes it back. Refusals as {@link #accept}. */
  @Transactional
  public IntroductionResponse withdraw(Actor actor, UUID id) {
    Introduction i = introductions.lock(id);
    next(actor, IntroductionAction.WITHDRAW, i);
    Introduction withdrawn = i.withdrawn(new Step(actor.person(), now()));
    store(actor, IntroductionAction.WITHDRAW, withdrawn);
    boolean reached = i.sentAt() != null;
    if (reached) {
      loads.withdrawn(i.id());
      ties.end(i.from(), i.to(), TieKind.INTRODUCTION_OPEN, i.from(), "withdrawn");
    }
    outbox.publish(new IntroductionWithdrawn(i.id(), i.from(), i.to(), reached));
    return answer(actor, withdrawn);
  }

  /**
   * Notes which conversation an accepted introduction has opened, in the transaction that opens it.
   *
   * @return whether it was noted; false where one had been opened before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean conversationOpened(UUID introduction, UUID conversation) {
    return introductions.setConversation(introduction, conversation);
  }

  private void sent(Introduction i) {
    ties.record(i.from(), i.to(), TieKind.INTRODUCTION_OPEN, Certainty.CONFIRMED, i.from(), null);
    loads.received(i.id(), i.to());
    outbox.publish(new IntroductionSent(i.id(), i.from(), i.to()));
  }

  private static IntroductionStatus next(Actor actor, IntroductionAction action, Introduction i) {
    return IntroductionLifecycle.step(
        action, i.status(), IntroductionStanding.of(actor, i.facts()));
  }

  private void store(Actor actor, IntroductionAction action, Introduction i) {
    introductions.update(i);
    audit.record(actor, action.id(), i);
  }

  private static void mustRead(Actor actor, UUID authority) {
    if (!actor.isMember(authority, MemberRole.VIEWER)) {
      throw new DomainException.NotFound("organisations.notFound");
    }
  }

  private IntroductionResponse answer(Actor actor, Introduction introduction) {
    return answers.of(actor, List.of(introduction)).getFirst();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
