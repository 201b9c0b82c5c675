package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.reference.Countries;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The views of the queue that each person has saved, for herself alone. */
@Singleton
public class QueueViews {
  private static final int LONGEST_NAME = 60;
  private static final int MOST = 20;

  private final QueueViewRepository views;
  private final QueueSources sources;
  private final Countries countries;

  QueueViews(QueueViewRepository views, QueueSources sources, Countries countries) {
    this.views = views;
    this.sources = sources;
    this.countries = countries;
  }

  /**
   * The actor's views, by name.
   *
   * @throws DomainException.Forbidden for those who decide nothing
   */
  @Transactional
  public List<QueueView> list(Actor actor) {
    sources.kinds(actor);
    return views.list(actor.person());
  }

  /**
   * Saves a new view.
   *
   * @throws DomainException.Forbidden for those who decide nothing
   * @throws DomainException.Invalid with each field that is wrong
   * @throws DomainException.Conflict where she has one of that name, or too many
   */
  @Transactional
  public QueueView add(Actor actor, QueueViewRequest request) {
    sources.kinds(actor);
    String name = name(request);
    QueueFilter filter = filter(request);
    UUID person = actor.person();
    views.lock(person);
    if (views.count(person) >= MOST) {
      throw new DomainException.Conflict("moderation.views.tooMany", Map.of("max", MOST));
    }
    UUID id = Ids.next();
    if (!views.add(id, person, name, filter)) {
      throw new DomainException.Conflict("moderation.views.nameTaken");
    }
    return get(person, id);
  }

  /**
   * Puts another name and other choices in the place of what a view has.
   *
   * @throws DomainException.NotFound where it is none of hers; the rest as for {@link #add}
   */
  @Transactional
  public QueueView change(Actor actor, UUID id, QueueViewRequest request) {
    sources.kinds(actor);
    String name = name(request);
    QueueFilter filter = filter(request);
    UUID person = actor.person();
    views.lock(person);
    if (views.list(person).stream()
        .anyMatch(v -> !v.id().equals(id) && v.name().equalsIgnoreCase(name))) {
      throw new DomainException.Conflict("moderation.views.nameTaken");
    }
    if (!views.update(id, person, name, filter)) {
      throw new DomainException.NotFound("moderation.views.notFound");
    }
    return get(person, id);
  }

  /**
   * Forgets a view.
   *
   * @throws DomainException.NotFound where it is none of the actor's
   */
  @Transactional
  public void remove(Actor actor, UUID id) {
    sources.kinds(actor);
    if (!views.delete(id, actor.person())) {
      throw new DomainException.NotFound("moderation.views.notFound");
    }
  }

  private QueueView get(UUID person, UUID id) {
    return views.list(person).stream()
        .filter(v -> v.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new DomainException.NotFound("moderation.views.notFound"));
  }

  private static String name(QueueViewRequest request) {
    FieldChecks checks = new FieldChecks();
    String name = checks.line("name", request.name(), LONGEST_NAME);
    checks.done();
    return name;
  }

  private QueueFilter filter(QueueViewRequest request) {
    QueueFilter filter =
        QueueFilter.of(request.kinds(), request.country(), request.claimed(), request.flagged());
    String country = filter.country();
    if (country != null) {
      countries.require(country, "country");
    }
    return filter;
  }
}
