package eu.bridgehall.matching;

import eu.bridgehall.discovery.AuthorityColumns;
import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.scoring.Explanation;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.search.MatchPage;
import eu.bridgehall.search.MatchRank;
import eu.bridgehall.ties.Ties;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who rises and who falls among the matches of an authority when other weights are taken. */
@Singleton
public class MatchComparison {
  private final Askers askers;
  private final Shortlists shortlists;
  private final Ties ties;
  private final ChangePresenter presenter;

  MatchComparison(Askers askers, Shortlists shortlists, Ties ties, ChangePresenter presenter) {
    this.askers = askers;
    this.shortlists = shortlists;
    this.ties = ties;
    this.presenter = presenter;
  }

  /** One list: who is shown in it, and where everybody stands who is in either. */
  private record Ranked(Map<UUID, FoundAuthority> visible, Map<UUID, Long> places) {}

  /**
   * Compares the first matches under two weightings, everything else being the same.
   *
   * @param query what is asked for, with the weights of the second list
   * @param with the weights of the first list; null for those of the authority
   * @throws DomainException.NotFound where there is no such authority, or none that may be known of
   * @throws DomainException.Forbidden for those who neither belong to it nor oversee its country
   * @throws DomainException.Conflict while it is suspended or archived
   */
  public Comparison compare(
      Actor actor, UUID authority, MatchQuery query, @Nullable Weights with, Locale reader) {
    AuthorityColumns asker = askers.asking(actor, authority);
    Weights own = asker.columns().weights();
    Weights first = with == null ? own : with;
    Weights second = query.weightsOr(own);
    Shortlists.Basis basis = shortlists.basis(actor, authority, query.text());
    Set<UUID> excluded = new HashSet<>(ties.excludedFor(authority));
    Shortlists.Shortlist listBefore =
        shortlists.list(actor, asker, query, first, basis, excluded, reader);
    Shortlists.Shortlist listAfter =
        shortlists.list(actor, asker, query, second, basis, excluded, reader);
    Set<UUID> all = new LinkedHashSet<>(ids(listAfter));
    all.addAll(ids(listBefore));
    Ranked before = ranked(asker, query, first, basis, excluded, listBefore, all);
    Ranked after = ranked(asker, query, second, basis, excluded, listAfter, all);
    List<ComparedMatch> items = new ArrayList<>();
    // one weighting after the other: the explainer keeps what it works out for the last one
    Map<UUID, Explanation> old = explained(asker, all, first, basis);
    Map<UUID, Explanation> now = explained(asker, all, second, basis);
    for (UUID id : all) {
      compared(query, id, before, after, old.get(id), now.get(id), reader).ifPresent(items::add);
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Move move : Move.values()) {
      counts.put(move.id(), (int) items.stream().filter(i -> i.move().equals(move.id())).count());
    }
    return new Comparison(
        items,
        items.stream().anyMatch(i -> !i.move().equals(Move.STAYS.id())),
        query.limit(),
        listAfter.total(),
        !asker.confirmed(),
        WeightParameter.shown(first),
        WeightParameter.shown(second),
        counts);
  }

  private Map<UUID, Explanation> explained(
      AuthorityColumns asker, Set<UUID> others, Weights weights, Shortlists.Basis basis) {
    Map<UUID, Explanation> explained = new HashMap<>();
    for (UUID id : others) {
      shortlists.explain(asker, id, weights, basis).ifPresent(why -> explained.put(id, why));
    }
    return explained;
  }

  private Optional<ComparedMatch> compared(
      MatchQuery query,
      UUID id,
      Ranked before,
      Ranked after,
      @Nullable Explanation old,
      @Nullable Explanation now,
      Locale reader) {
    FoundAuthority other = after.visible().getOrDefault(id, before.visible().get(id));
    Long was = before.places().get(id);
    Long is = after.places().get(id);
    if (other == null || was == null || is == null || old == null || now == null) {
      // it has left the index meanwhile
      return Optional.empty();
    }
    return Optional.of(presenter.compared(other, was, is, query.limit(), old, now, reader));
  }

  private Ranked ranked(
      AuthorityColumns asker,
      MatchQuery query,
      Weights weights,
      Shortlists.Basis basis,
      Set<UUID> excluded,
      Shortlists.Shortlist list,
      Set<UUID> all) {
    Map<UUID, Long> places = new HashMap<>();
    for (MatchPage.Hit hit : list.hits()) {
      places.put(hit.id(), places.size() + 1L);
    }
    Set<UUID> further = new HashSet<>(all);
    further.removeAll(places.keySet());
    Map<UUID, MatchRank> ranks = shortlists.ranks(asker, query, weights, basis, excluded, further);
    ranks.forEach((id, rank) -> places.put(id, Math.max(query.limit() + 1L, rank.before() + 1)));
    return new Ranked(list.visible(), places);
  }

  private static List<UUID> ids(Shortlists.Shortlist list) {
    return list.hits().stream().map(MatchPage.Hit::id).toList();
  }
}
