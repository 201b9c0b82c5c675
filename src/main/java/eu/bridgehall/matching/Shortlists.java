package eu.bridgehall.matching;

import eu.bridgehall.discovery.AuthorityColumns;
import eu.bridgehall.discovery.FoundAuthorities;
import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.discovery.FoundWords;
import eu.bridgehall.discovery.ThemeRarities;
import eu.bridgehall.discovery.TrackRecords;
import eu.bridgehall.kernel.Actor;
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
import eu.bridgehall.search.MatchRank;
import eu.bridgehall.search.MatchRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the index for the best of an authority, and the database for what of it may be seen. */
@Singleton
class Shortlists {
  private final AuthorityIndex index;
  private final FoundAuthorities found;
  private final FoundWords words;
  private final ProfileVisibility visibility;
  private final ThemeRarities rarities;
  private final TrackRecords records;
  private final Vocabulary vocabulary;
  private final Clock clock;

  Shortlists(
      AuthorityIndex index,
      FoundAuthorities found,
      FoundWords words,
      ProfileVisibility visibility,
      ThemeRarities rarities,
      TrackRecords records,
      Vocabulary vocabulary,
      Clock clock) {
    this.index = index;
    this.found = found;
    this.words = words;
    this.visibility = visibility;
    this.rarities = rarities;
    this.records = records;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /**
   * What is computed with, the same for all that is said in one answer.
   *
   * @param explainer of all that is explained in the answer
   * @param today day since 1970-01-01 (UTC)
   * @param text words asked for; null for none
   * @param ideas whether the project ideas are asked for the words too
   */
  record Basis(
      ThemeScale scale,
      TrackRecord record,
      Explainer explainer,
      int today,
      @Nullable String text,
      boolean ideas) {}

  /** What the index says, and of that what the reader may see now. */
  record Shortlist(List<MatchPage.Hit> hits, Map<UUID, FoundAuthority> visible, long total) {}

  /** What to compute with now, for somebody who asks for this authority. */
  Basis basis(Actor actor, UUID authority, @Nullable String text) {
    ThemeScale scale = rarities.current();
    TrackRecord record = records.current();
    return new Basis(
        scale,
        record,
        new Explainer(vocabulary, scale, record),
        Math.toIntExact(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay()),
        text,
        text != null && visibility.seesMembersPartFor(actor, authority));
  }

  /** The same for one other alone, whatever stands between the two. */
  Basis basis(Actor actor, UUID authority, UUID other, @Nullable String text) {
    Basis all = basis(actor, authority, text);
    return new Basis(
        all.scale(),
        all.record(),
        all.explainer(),
        all.today(),
        text,
        all.ideas() && words.readsIdeas(actor, other));
  }

  /** Which of the words asked for stand in what the reader may read of each. */
  Map<UUID, List<String>> words(Actor actor, Collection<UUID> others, Basis basis) {
    String text = basis.text();
    return text == null ? Map.of() : words.of(actor, others, text, basis.ideas());
  }

  /**
   * Asks the index, then the database about every hit up to the page's end; while there are some
   * that the reader may not see, because the index lags behind, asks again without these.
   *
   * @param excluded whom the authority may not meet; those that the reader may not see are added
   */
  Shortlist list(
      Actor actor,
      AuthorityColumns asker,
      MatchQuery query,
      Weights weights,
      Basis basis,
      Set<UUID> excluded,
      Locale reader) {
    while (true) {
      MatchPage page =
          index.match(
              request(asker, query, weights, basis, excluded, query.offset() + query.limit()));
      List<UUID> ids = page.hits().stream().map(MatchPage.Hit::id).toList();
      Map<UUID, FoundAuthority> visible = found.list(actor, ids, reader);
      Set<UUID> hidden = new HashSet<>(ids);
      hidden.removeAll(visible.keySet());
      if (hidden.isEmpty()) {
        int from = Math.min(query.offset(), ids.size());
        return new Shortlist(page.hits().subList(from, ids.size()), visible, page.total());
      }
      excluded.addAll(hidden);
    }
  }

  /** Where some stand among all, however far down. */
  Map<UUID, MatchRank> ranks(
      AuthorityColumns asker,
      MatchQuery query,
      Weights weights,
      Basis basis,
      Set<UUID> excluded,
      Set<UUID> candidates) {
    return candidates.isEmpty()
        ? Map.of()
        : index.ranks(request(asker, query, weights, basis, excluded, query.limit()), candidates);
  }

  /** Why one that was found stands where it does; empty where it has left the index meanwhile. */
  Optional<Explanation> explain(AuthorityColumns asker, UUID other, Weights weights, Basis basis) {
    return index
        .columns(other)
        .map(theirs -> explain(asker.columns(), other, theirs, weights, basis));
  }

  /** Why another is, or is not, suggested, from these columns of both. */
  Explanation explain(Columns asker, UUID other, Columns theirs, Weights weights, Basis basis) {
    return basis
        .explainer()
        .explain(
            asker,
            theirs,
            weights,
            basis.today(),
            index.textFactor(other, basis.text(), basis.ideas()));
  }

  private static MatchRequest request(
      AuthorityColumns asker,
      MatchQuery query,
      Weights weights,
      Basis basis,
      Set<UUID> excluded,
      int limit) {
    return new MatchRequest(
        asker.id(),
        asker.columns(),
        weights,
        basis.scale(),
        basis.record(),
        excluded,
        query.filter(),
        basis.text(),
        basis.ideas() && !query.filter().publicOnly(),
        basis.today(),
        0,
        limit);
  }
}
