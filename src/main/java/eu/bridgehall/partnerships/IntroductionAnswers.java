package eu.bridgehall.partnerships;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.partnerships.Introduction.Step;
import eu.bridgehall.partnerships.IntroductionResponse.StepResponse;
import eu.bridgehall.partnerships.model.IntroductionAction;
import eu.bridgehall.partnerships.model.IntroductionLifecycle;
import eu.bridgehall.partnerships.model.IntroductionStanding;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.partnerships.model.ReviewReason;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how much of an introduction its reader sees. */
@Singleton
class IntroductionAnswers {
  private final Organisations organisations;
  private final People people;

  IntroductionAnswers(Organisations organisations, People people) {
    this.organisations = organisations;
    this.people = people;
  }

  /** Each as the actor sees it, who has been found to be one of its readers. */
  List<IntroductionResponse> of(Actor actor, Collection<Introduction> introductions) {
    Set<UUID> authorities = new HashSet<>();
    Set<UUID> persons = new HashSet<>();
    for (Introduction i : introductions) {
      authorities.add(i.from());
      authorities.add(i.to());
      persons.add(i.asking().by());
      if (i.answer() != null) {
        persons.add(i.answer().by());
      }
    }
    Names names = new Names(organisations.findAll(authorities), people.findAll(persons));
    return introductions.stream().map(i -> of(actor, i, names)).toList();
  }

  private static IntroductionResponse of(Actor actor, Introduction i, Names names) {
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
        asker || reviewer ? i.reviewReasons().stream().map(ReviewReason::id).toList() : List.of(),
        i.review() != null && (asker || reviewer) ? step(i.review(), null) : null,
        i.answer() != null && (asker || receiver)
            ? step(i.answer(), receiver ? names.person(i.answer().by()) : null)
            : null,
        i.withdrawal() == null ? null : i.withdrawal().at(),
        i.closedAt(),
        asker || receiver ? i.conversationId() : null,
        Stream.of(IntroductionAction.values())
            .filter(IntroductionLifecycle.allowed(i.status(), standings)::contains)
            .map(IntroductionAction::id)
            .toList());
  }

  private static StepResponse step(Step step, @Nullable String by) {
    return new StepResponse(step.at(), by, step.reason(), step.text());
  }

  private record Names(Map<UUID, Organisation> organisations, Map<UUID, Person> people) {
    AuthorityRef authority(UUID id) {
      Organisation o = organisations.get(id);
      if (o == null) {
        throw new IllegalStateException("No authority " + id); // the foreign key says there is
      }
      return AuthorityRef.of(o);
    }

    /** Null for somebody whose account is gone. */
    @Nullable String person(UUID id) {
      Person person = people.get(id);
      return person == null ? null : person.name();
    }
  }
}
