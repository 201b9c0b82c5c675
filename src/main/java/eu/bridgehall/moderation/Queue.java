package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.Forbidden;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.waiting.WaitingItem;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.platform.waiting.WaitingQuery;
import eu.bridgehall.profiles.WaitingProfiles;
import eu.bridgehall.reference.Countries;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that waits for a person, in one order: by the time until which it should be decided,
 * which is when it began to wait and the time that its priority gives. So what is urgent comes
 * first, and what is not comes before it once it has waited too long. The secretariat has all of
 * it, an association what is its own: profiles and claims of its countries, and the introductions
 * that the rules of the review give it.
 */
@Singleton
public class Queue {
  /** How deep the queue can be walked; a longer one is narrowed first. */
  static final int DEEPEST = 1_000;

  private static final Comparator<QueueItem> BY_DUE =
      Comparator.comparing(QueueItem::due).thenComparing(i -> i.subject().toString());

  private final QueueSources sources;
  private final QueueClaims claims;
  private final SignalFlagRepository flags;
  private final QueueSettings settings;
  private final WaitingProfiles profiles;
  private final Countries countries;
  private final Clock clock;

  Queue(
      QueueSources sources,
      QueueClaims claims,
      SignalFlagRepository flags,
      QueueSettings settings,
      WaitingProfiles profiles,
      Countries countries,
      Clock clock) {
    this.sources = sources;
    this.claims = claims;
    this.flags = flags;
    this.settings = settings;
    this.profiles = profiles;
    this.countries = countries;
    this.clock = clock;
  }

  /**
   * What waits for the actor.
   *
   * @throws Forbidden for those who decide nothing, or not in that country
   * @throws Invalid where there is no such country, or the page lies too deep
   */
  @Transactional
  public Page<QueueItem> list(Actor actor, QueueFilter filter, PageRequest page) {
    if (page.offset() > DEEPEST) {
      throw new Invalid("offset", "error.range", Map.of("min", 0, "max", DEEPEST));
    }
    Map<QueueClaims.Key, QueueClaim> taken = claims.all(actor);
    int most = page.offset() + page.limit();
    Instant now = clock.instant();
    List<QueueItem> found = new ArrayList<>();
    long total = 0;
    for (WaitingKind kind : kinds(actor, filter)) {
      QueueSource source = sources.get(kind);
      WaitingQuery query = query(source, kind, filter, taken, most);
      if (query.isEmpty()) {
        continue;
      }
      List<WaitingItem> waiting = source.list(actor, kind, query);
      total += waiting.size() < most ? waiting.size() : source.count(actor, kind, query);
      waiting.forEach(
          w -> found.add(item(kind, w, taken.get(new QueueClaims.Key(kind, w.subject())), now)));
    }
    List<QueueItem> shown =
        found.stream().sorted(BY_DUE).skip(page.offset()).limit(page.limit()).toList();
    Page<QueueItem> walked = Page.at(page.offset(), flagged(shown), total);
    return most > DEEPEST ? new Page<>(walked.items(), null, total) : walked;
  }

  /**
   * How many of each kind wait for the actor; none of a kind that she does not decide.
   *
   * @throws Forbidden for those who decide nothing
   */
  @Transactional
  public Map<WaitingKind, Long> counts(Actor actor) {
    WaitingQuery all = new WaitingQuery(null, null, List.of(), false, 1);
    Map<WaitingKind, Long> counts = new EnumMap<>(WaitingKind.class);
    for (WaitingKind kind : sources.kinds(actor)) {
      counts.put(kind, sources.get(kind).count(actor, kind, all));
    }
    return counts;
  }

  /**
   * What waits for the actor, by kind; nothing of a kind of which nothing waits.
   *
   * @throws Forbidden for those who decide nothing
   */
  @Transactional
  public List<QueueSummary> summary(Actor actor) {
    Map<QueueClaims.Key, QueueClaim> taken = claims.all(actor);
    QueueFilter mine = new QueueFilter(Set.of(), null, QueueClaimed.MINE, false);
    Instant now = clock.instant();
    List<QueueSummary> found = new ArrayList<>();
    counts(actor)
        .forEach(
            (kind, count) -> {
              if (count > 0) {
                QueueSource source = sources.get(kind);
                WaitingQuery all = query(source, kind, QueueFilter.NONE, taken, 1);
                WaitingQuery own = query(source, kind, mine, taken, 1);
                source.list(actor, kind, all).stream()
                    .map(first -> item(kind, first, null, now))
                    .map(
                        first ->
                            new QueueSummary(
                                kind.id(),
                                count,
                                source.oldest(actor, kind, all).orElse(first.since()),
                                first.overdue(),
                                own.isEmpty() ? 0 : source.count(actor, kind, own)))
                    .forEach(found::add);
              }
            });
    return found;
  }

  /** The countries by which the actor can narrow the queue; null for all that there are. */
  @Transactional
  public @Nullable Collection<String> countries(Actor actor) {
    return profiles.countries(actor, null);
  }

  private List<WaitingKind> kinds(Actor actor, QueueFilter filter) {
    List<WaitingKind> kinds = sources.kinds(actor).stream().filter(filter::wants).toList();
    String country = filter.country();
    if (country != null) {
      countries.require(country, "country");
      Collection<String> overseen = profiles.countries(actor, country);
      if (overseen != null && overseen.isEmpty()) {
        throw new Forbidden("moderation.queue.country");
      }
    }
    return filter.flagged()
        ? kinds.stream().filter(kind -> sources.get(kind).hasSignals(kind)).toList()
        : kinds;
  }

  private static WaitingQuery query(
      QueueSource source,
      WaitingKind kind,
      QueueFilter filter,
      Map<QueueClaims.Key, QueueClaim> taken,
      int most) {
    boolean mine = filter.claimed() == QueueClaimed.MINE;
    List<UUID> subjects =
        taken.entrySet().stream()
            .filter(e -> e.getKey().kind() == kind && (!mine || e.getValue().mine()))
            .map(e -> e.getKey().subject())
            .toList();
    return new WaitingQuery(
        filter.country(),
        mine ? subjects : null,
        filter.claimed() == QueueClaimed.FREE ? subjects : List.of(),
        filter.flagged() && source.hasSignals(kind),
        most);
  }

  private QueueItem item(
      WaitingKind kind, WaitingItem waiting, @Nullable QueueClaim claim, Instant now) {
    QueuePriority priority = QueuePriority.of(kind, waiting.urgent());
    Instant due = waiting.since().plus(settings.within(priority));
    return new QueueItem(
        kind.id(),
        waiting.subject(),
        waiting.names(),
        waiting.country(),
        waiting.since(),
        due,
        due.isBefore(now),
        priority.id(),
        waiting.times(),
        waiting.signals(),
        claim);
  }

  /** With what is found in the profiles and messages that they are about. */
  private List<QueueItem> flagged(List<QueueItem> items) {
    Map<UUID, List<String>> open = flags.signals(items.stream().map(QueueItem::subject).toList());
    return items.stream()
        .map(i -> i.with(Objects.requireNonNullElse(open.get(i.subject()), List.of())))
        .toList();
  }
}
