package eu.bridgehall.partnerships;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.OrganisationNames;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.partnerships.Introduction.Step;
import eu.bridgehall.partnerships.IntroductionResponse.SideAnswer;
import eu.bridgehall.partnerships.IntroductionResponse.StepResponse;
import eu.bridgehall.partnerships.IntroductionSides.Side;
import eu.bridgehall.partnerships.model.IntroductionAction;
import eu.bridgehall.partnerships.model.IntroductionLifecycle;
import eu.bridgehall.partnerships.model.IntroductionStanding;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.partnerships.model.ReviewCause;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how much of an introduction its reader sees. */
@Singleton
class IntroductionAnswers {
  private final Organisations organisations;
  private final OrganisationNames called;
  private final People people;
  private final IntroductionSides sides;

  IntroductionAnswers(
      Organisations organisations,
      OrganisationNames called,
      People people,
      IntroductionSides sides) {
    this.organisations = organisations;
    this.called = called;
    this.people = people;
    this.sides = sides;
  }

  /** Each as the actor sees it, who has been found to be one of its readers. */
  List<IntroductionResponse> of(Actor actor, Collection<Introduction> introductions) {
    Set<UUID> authorities = new HashSet<>();
    Map<UUID, Map<UUID, Side>> given =
        sides.of(
            introductions.stream().filter(Introduction::isProposed).map(Introduction::id).toList());
    Set<UUID> persons = new HashSet<>();
    for (Introduction i : introductions) {
      authorities.add(i.from());
      authorities.add(i.to());
      persons.add(i.asking().by());
      if (i.answer() != null) {
        persons.add(i.answer().by());
      }
      if (i.withdrawal() != null) {
        persons.add(i.withdrawal().by());
      }
      if (i.proposedBy() != null) {
        authorities.add(i.proposedBy());
        given.getOrDefault(i.id(), Map.of()).values().forEach(s -> persons.add(s.step().by()));
      }
    }
    Names names = new Names(organisations.findAll(authorities), called, people.findAll(persons));
    return introductions.stream()
        .map(i -> of(actor, i, given.getOrDefault(i.id(), Map.of()), names))
        .toList();
  }

  private static IntroductionResponse of(
      Actor actor, Introduction i, Map<UUID, Side> given, Names names) {
    Set<IntroductionStanding> standings = IntroductionStanding.of(actor, i.facts());
    boolean asker = standings.stream().anyMatch(IntroductionStanding::isAskers);
    boolean receiver = standings.stream().anyMatch(IntroductionStanding::isReceivers);
    boolean reviewer = standings.contains(IntroductionStanding.REVIEWER);
    Instant sent = i.sentAt();
    return new IntroductionResponse(
        i.id(),
        names.authority(i.from()),
        names.authority(i.to()),
        i.status().id(),
        i.text(),
        i.cooperationTypes(),
        i.themes(),
        // how long a review took is not the other side's concern
        receiver && !asker && sent != null ? sent : i.asking().at(),
        asker ? names.person(i.asking().by()) : null,
        i.sentAt(),
        i.status() == IntroductionStatus.SENT ? i.answerUntil() : null,
        asker || reviewer ? i.reviewReasons().stream().map(ReviewCause::id).toList() : List.of(),
        i.review() != null && (asker || reviewer) ? step(i.review(), null) : null,
        i.answer() != null && !i.isProposed() && (asker || receiver)
            ? step(i.answer(), receiver ? names.person(i.answer().by()) : null)
            : null,
        i.withdrawal() == null ? null : i.withdrawal().at(),
        i.withdrawal() != null && asker ? names.person(i.withdrawal().by()) : null,
        i.closedAt(),
        i.proposedBy() == null ? null : names.proposer(i.proposedBy()),
        sideAnswers(actor, i, given, receiver, names),
        asker || receiver ? i.conversationId() : null,
        Stream.of(IntroductionAction.values())
            .filter(IntroductionLifecycle.allowed(i.status(), standings)::contains)
            .filter(action -> isLeft(actor, i, given, action))
            .map(IntroductionAction::id)
            .toList());
  }

  /** Who has answered a proposal for her own side cannot do so again. */
  private static boolean isLeft(
      Actor actor, Introduction i, Map<UUID, Side> given, IntroductionAction action) {
    return !i.isProposed()
        || action == IntroductionAction.WITHDRAW
        || Stream.of(i.from(), i.to())
            .anyMatch(side -> actor.isMember(side, MemberRole.EDITOR) && !given.containsKey(side));
  }

  /**
   * The reader's own side's, and the other's once both have answered. Who proposes it learns
   * nothing while one can still answer, and what came of it afterwards.
   */
  private static List<SideAnswer> sideAnswers(
      Actor actor, Introduction i, Map<UUID, Side> given, boolean receiver, Names names) {
    boolean all = receiver ? given.size() == 2 : i.status() != IntroductionStatus.SENT;
    return Stream.of(i.from(), i.to())
        .filter(given::containsKey)
        .filter(side -> all || actor.isMember(side, MemberRole.VIEWER))
        .map(side -> sideAnswer(side, actor, Objects.requireNonNull(given.get(side)), names))
        .toList();
  }

  private static SideAnswer sideAnswer(UUID side, Actor actor, Side given, Names names) {
    Step step = given.step();
    return new SideAnswer(
        side,
        given.accepted(),
        step.at(),
        actor.isMember(side, MemberRole.VIEWER) ? names.person(step.by()) : null,
        step.reason(),
        step.text());
  }

  private static StepResponse step(Step step, @Nullable String by) {
    return new StepResponse(step.at(), by, step.reason(), step.text());
  }

  private record Names(
      Map<UUID, Organisation> organisations, OrganisationNames called, Map<UUID, Person> people) {
    AuthorityRef authority(UUID id) {
      return AuthorityRef.of(organisation(id));
    }

    /** The association, or the secretariat in the language of the answer. */
    String proposer(UUID id) {
      return called.of(organisation(id));
    }

    private Organisation organisation(UUID id) {
      Organisation o = organisations.get(id);
      if (o == null) {
        throw new IllegalStateException("No organisation " + id); // the foreign key says there is
      }
      return o;
    }

    /** Null for somebody whose account is gone. */
    @Nullable String person(UUID id) {
      Person person = people.get(id);
      return person == null ? null : person.name();
    }
  }
}
