package eu.bridgehall.discovery;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.scoring.Reason.CodeKind;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.SearchFilter;
import eu.bridgehall.search.SearchPage;
import eu.bridgehall.search.SearchRequest;
import eu.bridgehall.search.SizeClass;
import eu.bridgehall.search.Suggestion;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Full-text search over the profiles that the reader may see. */
@Singleton
public class ProfileSearch {
  /** Where fewer are found, other words may have been meant. */
  private static final int FEW = 3;

  private final AuthorityIndex index;
  private final FoundAuthorities found;
  private final MatchedWords matched;
  private final CodeNames names;
  private final Messages messages;

  ProfileSearch(
      AuthorityIndex index,
      FoundAuthorities found,
      MatchedWords matched,
      CodeNames names,
      Messages messages) {
    this.index = index;
    this.found = found;
    this.matched = matched;
    this.names = names;
    this.messages = messages;
  }

  /**
   * A page of what is found. Each hit is checked in the database before it is shown; those that the
   * reader may not see, because the index lags behind, make room for the next. Where the words find
   * few or nobody, others are proposed that find more for the same reader.
   *
   * @throws eu.bridgehall.kernel.DomainException.Invalid for a cursor that was not given out for
   *     this order
   */
  public SearchAnswer find(Actor actor, SearchRequest request, Locale reader) {
    SearchAnswer answer = page(actor, request, reader);
    String better =
        request.hasText() && request.cursor() == null && answer.total() < FEW
            ? better(actor, request, answer.total(), reader)
            : null;
    return better == null
        ? answer
        : new SearchAnswer(answer.items(), answer.next(), answer.total(), answer.facets(), better);
  }

  /**
   * The nearest words to those asked for that find something for this reader; null where there are
   * none, or where they find no more than was found: then the slip was forgiven already.
   */
  private @Nullable String better(Actor actor, SearchRequest request, long than, Locale reader) {
    String asked = Objects.requireNonNull(request.text());
    for (String text : index.corrections(asked, request.filter().publicOnly())) {
      SearchRequest other =
          new SearchRequest(text, request.filter(), request.sort(), request.from(), 1, null);
      SearchAnswer tried = page(actor, other, reader);
      if (!tried.items().isEmpty()) {
        SearchAnswer.FoundItem first = tried.items().getFirst();
        return tried.total() > than
            ? MatchedWords.spelt(text, first.authority(), first.matched())
            : null;
      }
    }
    return null;
  }

  private SearchAnswer page(Actor actor, SearchRequest request, Locale reader) {
    GeoPoint from = from(request);
    Set<String> meant = matched.meant(request.text());
    List<SearchAnswer.FoundItem> items = new ArrayList<>();
    SearchPage first = index.find(request);
    SearchPage page = first;
    long hidden = 0;
    while (true) {
      List<UUID> ids = page.hits().stream().map(SearchPage.Hit::id).toList();
      Map<UUID, FoundAuthority> cards = found.list(actor, ids, reader);
      ids.stream()
          .map(cards::get)
          .filter(Objects::nonNull)
          .forEach(card -> items.add(item(card, from, request.text(), meant)));
      hidden += ids.size() - cards.size();
      if (page.next() == null || items.size() >= request.limit()) {
        return new SearchAnswer(
            items, page.next(), first.total() - hidden, counts(first.facets(), reader), null);
      }
      page = index.find(rest(request, request.limit() - items.size(), page.next()));
    }
  }

  private static SearchRequest rest(SearchRequest request, int limit, @Nullable String cursor) {
    return new SearchRequest(
        request.text(), request.filter(), request.sort(), request.from(), limit, cursor);
  }

  /**
   * Where the first of what is found lie, in the order asked for; those without a known position
   * are left out.
   */
  public List<MapPoint> points(Actor actor, SearchRequest request) {
    List<UUID> ids = index.find(request).hits().stream().map(SearchPage.Hit::id).toList();
    Map<UUID, MapPoint> points = found.points(actor, ids);
    return ids.stream().map(points::get).filter(Objects::nonNull).toList();
  }

  /**
   * Authorities of which a name begins with what was typed, the larger first, at most {@code
   * limit}; where there is none, those of which one begins so but for a typing error.
   */
  public List<FoundAuthority> suggest(Actor actor, String prefix, int limit, Locale reader) {
    List<UUID> ids =
        index.suggest(prefix, !found.seesMembersOnly(actor), limit).stream()
            .map(Suggestion::id)
            .toList();
    Map<UUID, FoundAuthority> visible = found.list(actor, ids, reader);
    return ids.stream().filter(visible::containsKey).map(visible::get).toList();
  }

  /** The themes that the words call by name, in the reader's language. */
  public List<FoundAuthority.CodeName> themes(String words, Locale reader) {
    return matched.meant(words).stream()
        .map(code -> new FoundAuthority.CodeName(code, name(Facet.THEME, code, reader)))
        .toList();
  }

  private static @Nullable GeoPoint from(SearchRequest request) {
    SearchFilter.Circle around = request.filter().around();
    return request.from() != null ? request.from() : around == null ? null : around.centre();
  }

  private SearchAnswer.FoundItem item(
      FoundAuthority card, @Nullable GeoPoint from, @Nullable String text, Set<String> meant) {
    GeoPoint position = card.position();
    Long distance =
        from == null || position == null ? null : Math.round(position.kilometresTo(from));
    return new SearchAnswer.FoundItem(card, distance, matched.in(card, text, meant));
  }

  private Map<String, List<SearchAnswer.FacetCount>> counts(
      Map<Facet, Map<String, Long>> facets, Locale reader) {
    Map<String, List<SearchAnswer.FacetCount>> counts = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      List<SearchAnswer.FacetCount> codes = new ArrayList<>();
      facets
          .getOrDefault(facet, Map.of())
          .forEach(
              (code, count) ->
                  codes.add(new SearchAnswer.FacetCount(code, name(facet, code, reader), count)));
      codes.sort(order(facet));
      counts.put(facet.id(), codes);
    }
    return counts;
  }

  /** Sizes from the smallest; all else the most frequent first. */
  private static Comparator<SearchAnswer.FacetCount> order(Facet facet) {
    return facet == Facet.SIZE
        ? Comparator.comparingInt(ProfileSearch::sizeIndex)
        : Comparator.comparingLong(SearchAnswer.FacetCount::count)
            .reversed()
            .thenComparing(SearchAnswer.FacetCount::code);
  }

  private static int sizeIndex(SearchAnswer.FacetCount count) {
    return Arrays.stream(SizeClass.values())
        .filter(s -> s.code().equals(count.code()))
        .findFirst()
        .map(SizeClass::index)
        .orElse(0);
  }

  /** The name of a facet's code in the reader's language. */
  public String name(Facet facet, String code, Locale reader) {
    return switch (facet) {
      case COUNTRY -> names.country(code, reader);
      case TYPE -> names.type(code, reader);
      case THEME, NEED, OFFER -> names.name(CodeKind.THEME, code, reader);
      case COOPERATION -> names.name(CodeKind.COOPERATION, code, reader);
      case SIZE -> messages.text(reader, "discovery.size." + code);
      case LANGUAGE -> names.name(CodeKind.LANGUAGE, code, reader);
      case TRAIT -> names.name(CodeKind.TRAIT, code, reader);
      case SEEKS_UKRAINIAN -> messages.text(reader, "discovery.seeksUkrainian");
    };
  }
}
