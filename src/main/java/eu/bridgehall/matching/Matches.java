package eu.bridgehall.matching;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.discovery.AuthorityColumns;
import eu.bridgehall.discovery.FoundAuthorities;
import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.discovery.ProfileDocuments;
import eu.bridgehall.discovery.ThemeRarities;
import eu.bridgehall.discovery.TrackRecords;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.profiles.ProfileVisibility;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.Explainer;
import eu.bridgehall.scoring.Explanation;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.MatchPage;
import eu.bridgehall.search.MatchRequest;
import eu.bridgehall.ties.Certainty;
import eu.bridgehall.ties.TieKind;
import eu.bridgehall.ties.Ties;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The suggestions made to an authority. */
@Singleton
public class Matches {
  private final ProfileVisibility visibility;
  private final ProfileDocuments profiles;
  private final AuthorityIndex index;
  private final ThemeRarities rarities;
  private final TrackRecords records;
  private final Vocabulary vocabulary;
  private final FoundAuthorities found;
  private final Ties ties;
  private final PairGates gates;
  private final MatchPresenter presenter;
  private final AuditLog audit;
  private final Clock clock;

  Matches(
      ProfileVisibility visibility,
      ProfileDocuments profiles,
      AuthorityIndex index,
      ThemeRarities rarities,
      TrackRecords records,
      Vocabulary vocabulary,
      FoundAuthorities found,
      Ties ties,
      PairGates gates,
      MatchPresenter presenter,
      AuditLog audit,
      Clock clock) {
    this.visibility = visibility;
    this.profiles = profiles;
    this.index = index;
    this.rarities = rarities;
    this.records = records;
    this.vocabulary = vocabulary;
    this.found = found;
    this.ties = ties;
    this.gates = gates;
    this.presenter = presenter;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the index says, and of that what the reader may see now. */
  private record Reachable(
      List<MatchPage.Hit> hits, Map<UUID, FoundAuthority> visible, long total) {}

  /**
   * The best partners for an authority, each explained. A draft gets a preview.
   *
   * @throws DomainException.NotFound where there is no such authority, or none that may be known of
   * @throws DomainException.Forbidden for those who neither belong to it nor oversee its country
   * @throws DomainException.Conflict while it is suspended or archived
   */
  public MatchList list(Actor actor, UUID authority, MatchQuery query, Locale reader) {
    AuthorityColumns asker = asker(actor, authority);
    ThemeScale scale = rarities.current();
    TrackRecord record = records.current();
    int today = today();
    Reachable reachable = reachable(actor, asker, query, scale, record, today, reader);
    Explainer explainer = new Explainer(vocabulary, scale, record);
    List<MatchView> items = new ArrayList<>();
    for (MatchPage.Hit hit : reachable.hits()) {
      FoundAuthority other = reachable.visible().get(hit.id());
      Optional<Columns> theirs = index.columns(hit.id());
      if (other != null && theirs.isPresent()) {
        double text = index.textFactor(hit.id(), query.text());
        Explanation explanation =
            explainer.explain(asker.columns(), theirs.get(), query.weights(), today, text);
        items.add(presenter.match(other, explanation, reader));
      }
    }
    int end = query.offset() + items.size();
    boolean more =
        !items.isEmpty() && end < Math.min(reachable.total(), AuthorityIndex.MAX_MATCHES);
    return new MatchList(
        items,
        more ? String.valueOf(end) : null,
        reachable.total(),
        !asker.confirmed(),
        WeightParameter.shown(query.weights()),
        scale.rarity().version(),
        record.ties().version());
  }

  /**
   * Asks the index, then the database about every hit up to the page's end; while there are some
   * that the reader may not see, because the index lags behind, asks again without these.
   */
  private Reachable reachable(
      Actor actor,
      AuthorityColumns asker,
      MatchQuery query,
      ThemeScale scale,
      TrackRecord record,
      int today,
      Locale reader) {
    Set<UUID> excluded = new HashSet<>(ties.excludedFor(asker.id()));
    while (true) {
      MatchPage page =
          index.match(
              new MatchRequest(
                  asker.id(),
                  asker.columns(),
                  query.weights(),
                  scale,
                  record,
                  excluded,
                  query.filter(),
                  query.text(),
                  today,
                  0,
                  query.offset() + query.limit()));
      List<UUID> ids = page.hits().stream().map(MatchPage.Hit::id).toList();
      Map<UUID, FoundAuthority> visible = found.list(actor, ids, reader);
      Set<UUID> hidden = new HashSet<>(ids);
      hidden.removeAll(visible.keySet());
      if (hidden.isEmpty()) {
        int from = Math.min(query.offset(), ids.size());
        return new Reachable(page.hits().subList(from, ids.size()), visible, page.total());
      }
      excluded.addAll(hidden);
    }
  }

  /**
   * Why another authority is, or is not, suggested to this one.
   *
   * @throws DomainException.NotFound where there is no such other, or none that the actor may see
   */
  public PairView explain(
      Actor actor,
      UUID authority,
      UUID other,
      Weights weights,
      @Nullable String text,
      Locale reader) {
    AuthorityColumns asker = asker(actor, authority);
    FoundAuthority shown = other(actor, authority, other, reader);
    AuthorityColumns row = profiles.findColumns(other).orElseThrow(Matches::noOther);
    Columns theirs = row.confirmed() ? index.columns(other).orElse(row.columns()) : row.columns();
    ThemeScale scale = rarities.current();
    Explanation explanation =
        new Explainer(vocabulary, scale, records.current())
            .explain(asker.columns(), theirs, weights, today(), index.textFactor(other, text));
    List<PairView.Gate> shut =
        gates.shut(
            authority,
            asker.columns(),
            theirs,
            row.confirmed(),
            ties.between(authority, other),
            scale,
            reader);
    return presenter.pair(shown, explanation, shut, reader);
  }

  /**
   * Takes another authority out of the suggestions to this one; the other does not learn of it.
   *
   * @throws DomainException.NotFound where there is no such other, or none that the actor may see
   */
  @Transactional
  public void dismiss(Actor actor, UUID authority, UUID other, DismissalReason reason) {
    asker(actor, authority);
    MatchPermission.requireDismiss(actor, authority);
    other(actor, authority, other, Locale.ENGLISH);
    if (ties.record(
        authority, other, TieKind.DISMISSED, Certainty.STATED, authority, reason.id())) {
      audit.record(
          actor, "match.dismiss", authority, Map.of("other", other, "reason", reason.id()));
    }
  }

  /** Lets it be suggested again; nothing happens where it was not dismissed. */
  @Transactional
  public void restore(Actor actor, UUID authority, UUID other) {
    asker(actor, authority);
    MatchPermission.requireDismiss(actor, authority);
    if (!other.equals(authority)
        && ties.end(authority, other, TieKind.DISMISSED, authority, null)) {
      audit.record(actor, "match.restore", authority, Map.of("other", other));
    }
  }

  private AuthorityColumns asker(Actor actor, UUID authority) {
    AuthorityColumns row =
        profiles
            .findColumns(authority)
            .orElseThrow(() -> new DomainException.NotFound("matching.authorityNotFound"));
    try {
      MatchPermission.requireRead(actor, authority, visibility.servedBy(row.country()));
    } catch (DomainException.Forbidden forbidden) {
      // a stranger must not learn that a draft is there
      if (found.find(actor, authority, Locale.ENGLISH).isEmpty()) {
        throw new DomainException.NotFound("matching.authorityNotFound");
      }
      throw forbidden;
    }
    if (!row.takesSuggestions()) {
      throw new DomainException.Conflict("matching.notNow");
    }
    return row;
  }

  private FoundAuthority other(Actor actor, UUID authority, UUID other, Locale reader) {
    return Optional.of(other)
        .filter(id -> !id.equals(authority))
        .flatMap(id -> found.find(actor, id, reader))
        .orElseThrow(Matches::noOther);
  }

  private static DomainException noOther() {
    return new DomainException.NotFound("matching.otherNotFound");
  }

  private int today() {
    return Math.toIntExact(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay());
  }
}
