package eu.bridgehall.matching;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.discovery.AuthorityColumns;
import eu.bridgehall.discovery.FoundAuthorities;
import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.discovery.ProfileDocuments;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.Explanation;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.MatchPage;
import eu.bridgehall.ties.Attention;
import eu.bridgehall.ties.Certainty;
import eu.bridgehall.ties.TieKind;
import eu.bridgehall.ties.Ties;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The suggestions made to an authority. */
@Singleton
public class Matches {
  private final Askers askers;
  private final Shortlists shortlists;
  private final ProfileDocuments profiles;
  private final AuthorityIndex index;
  private final FoundAuthorities found;
  private final Ties ties;
  private final Attention attention;
  private final PairGates gates;
  private final MatchPresenter presenter;
  private final AuditLog audit;

  Matches(
      Askers askers,
      Shortlists shortlists,
      ProfileDocuments profiles,
      AuthorityIndex index,
      FoundAuthorities found,
      Ties ties,
      Attention attention,
      PairGates gates,
      MatchPresenter presenter,
      AuditLog audit) {
    this.askers = askers;
    this.shortlists = shortlists;
    this.profiles = profiles;
    this.index = index;
    this.found = found;
    this.ties = ties;
    this.attention = attention;
    this.gates = gates;
    this.presenter = presenter;
    this.audit = audit;
  }

  /**
   * The best partners for an authority, each explained. A draft gets a preview.
   *
   * @throws DomainException.NotFound where there is no such authority, or none that may be known of
   * @throws DomainException.Forbidden for those who neither belong to it nor oversee its country
   * @throws DomainException.Conflict while it is suspended or archived
   */
  public MatchList list(Actor actor, UUID authority, MatchQuery query, Locale reader) {
    AuthorityColumns asker = askers.asking(actor, authority);
    Weights weights = query.weightsOr(asker.columns().weights());
    Shortlists.Basis basis = shortlists.basis(actor, authority, query.text());
    Shortlists.Shortlist best =
        shortlists.list(
            actor,
            asker,
            query,
            weights,
            basis,
            new HashSet<>(ties.excludedFor(authority)),
            reader);
    Map<UUID, List<String>> words =
        shortlists.words(actor, best.hits().stream().map(MatchPage.Hit::id).toList(), basis);
    List<MatchView> items = new ArrayList<>();
    for (MatchPage.Hit hit : best.hits()) {
      FoundAuthority other = best.visible().get(hit.id());
      if (other != null) {
        shortlists
            .explain(asker, hit.id(), weights, basis)
            .ifPresent(
                why ->
                    items.add(
                        presenter.match(
                            other, why, words.getOrDefault(hit.id(), List.of()), reader)));
      }
    }
    // a try with other weights or a narrower list does not tell whom it will ask
    if (asker.confirmed()
        && query.offset() == 0
        && query.isPlain()
        && actor.isMember(authority, MemberRole.VIEWER)) {
      attention.shown(authority, best.hits().stream().map(MatchPage.Hit::id).toList());
    }
    int end = query.offset() + items.size();
    boolean more = !items.isEmpty() && end < Math.min(best.total(), AuthorityIndex.MAX_MATCHES);
    return new MatchList(
        items,
        more ? String.valueOf(end) : null,
        best.total(),
        !asker.confirmed(),
        WeightParameter.shown(weights),
        basis.scale().rarity().version(),
        basis.record().ties().version());
  }

  /**
   * Why another authority is, or is not, suggested to this one.
   *
   * @param weights weights of this side; null for those of the authority
   * @throws DomainException.NotFound where there is no such other, or none that the actor may see
   */
  public PairView explain(
      Actor actor,
      UUID authority,
      UUID other,
      @Nullable Weights weights,
      @Nullable String text,
      Locale reader) {
    AuthorityColumns asker = askers.asking(actor, authority);
    FoundAuthority shown = other(actor, authority, other, reader);
    AuthorityColumns row = profiles.findColumns(other).orElseThrow(Matches::noOther);
    Columns theirs = row.confirmed() ? index.columns(other).orElse(row.columns()) : row.columns();
    Shortlists.Basis basis = shortlists.basis(actor, authority, other, text);
    Explanation explanation =
        shortlists.explain(
            asker.columns(),
            other,
            theirs,
            weights == null ? asker.columns().weights() : weights,
            basis);
    List<PairView.Gate> shut =
        gates.shut(
            authority,
            asker.columns(),
            theirs,
            row.confirmed(),
            ties.between(authority, other),
            basis.scale(),
            reader);
    List<String> words =
        row.confirmed()
            ? shortlists.words(actor, List.of(other), basis).getOrDefault(other, List.of())
            : List.of();
    return presenter.pair(shown, explanation, words, shut, reader);
  }

  /**
   * Takes another authority out of the suggestions to this one; the other does not learn of it.
   *
   * @param why id of a reason
   * @throws DomainException.NotFound where there is no such other, or none that the actor may see
   * @throws DomainException.Invalid where there is no such reason
   */
  @Transactional
  public void dismiss(Actor actor, UUID authority, UUID other, @Nullable String why) {
    askers.asking(actor, authority);
    MatchPermission.requireDecide(actor, authority);
    other(actor, authority, other, Locale.ENGLISH);
    DismissalReason reason = FieldChecks.chosen("reason", why, DismissalReason.class);
    if (ties.record(
        authority, other, TieKind.DISMISSED, Certainty.STATED, authority, reason.id())) {
      audit.record(
          actor, "match.dismiss", authority, Map.of("other", other, "reason", reason.id()));
    }
  }

  /** Lets it be suggested again; nothing happens where it was not dismissed. */
  @Transactional
  public void restore(Actor actor, UUID authority, UUID other) {
    askers.asking(actor, authority);
    MatchPermission.requireDecide(actor, authority);
    if (!other.equals(authority)
        && ties.end(authority, other, TieKind.DISMISSED, authority, null)) {
      audit.record(actor, "match.restore", authority, Map.of("other", other));
    }
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
}
