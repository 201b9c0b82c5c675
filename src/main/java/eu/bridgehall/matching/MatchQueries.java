package eu.bridgehall.matching;

import eu.bridgehall.discovery.FoundAuthorities;
import eu.bridgehall.discovery.SearchParameters;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.FieldError;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.SearchFilter;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of what a client has sent the question for suggestions: for the API and for the pages. */
@Singleton
public class MatchQueries {
  private final SearchParameters parameters;
  private final FoundAuthorities found;

  MatchQueries(SearchParameters parameters, FoundAuthorities found) {
    this.parameters = parameters;
    this.found = found;
  }

  /**
   * What a client has sent; null and an empty list are no restriction.
   *
   * @param country codes of countries (ISO 3166-1 alpha-2)
   * @param type ids of authority types
   * @param theme ids of themes
   * @param weights from 0 to 100 by criterion: {@code needs:30,size:0}, or {@code default}; null
   *     for those of the authority
   * @param q words
   * @param near {@code lat,lon}
   * @param within kilometres around it
   */
  public record Sent(
      @Nullable Integer limit,
      @Nullable Integer offset,
      List<String> country,
      List<String> type,
      List<String> theme,
      @Nullable String weights,
      @Nullable String q,
      @Nullable String near,
      @Nullable Double within) {
    public Sent {
      country = List.copyOf(country);
      type = List.copyOf(type);
      theme = List.copyOf(theme);
    }
  }

  /**
   * The question, as far as the actor may ask it.
   *
   * @throws Invalid naming what is wrong
   */
  public MatchQuery query(Actor actor, Sent sent) {
    Map<Facet, List<String>> codes = new EnumMap<>(Facet.class);
    codes.put(Facet.COUNTRY, sent.country());
    codes.put(Facet.TYPE, sent.type());
    codes.put(Facet.THEME, sent.theme());
    SearchFilter filter =
        parameters.filter(
            codes, null, null, sent.near(), sent.within(), !found.seesMembersOnly(actor));
    if (sent.near() != null && sent.within() == null) {
      throw new Invalid("within", "error.text.missing");
    }
    return new MatchQuery(
        sent.offset() == null ? 0 : sent.offset(),
        sent.limit() == null ? MatchQuery.DEFAULT_LIMIT : sent.limit(),
        filter,
        text(sent.q()),
        weights(sent.weights()));
  }

  /**
   * The weights that a client has sent; null where it leaves them to the authority.
   *
   * @throws Invalid naming what is wrong
   */
  public @Nullable Weights weights(@Nullable String sent) {
    return WeightParameter.parse(sent);
  }

  /**
   * The weights that a client has sent to compare with; null as for {@link #weights}.
   *
   * @throws Invalid naming {@code with} instead of {@code weights}
   */
  public @Nullable Weights with(@Nullable String sent) {
    try {
      return weights(sent);
    } catch (Invalid wrong) {
      throw new Invalid(
          wrong.errors().stream()
              .map(
                  e ->
                      new FieldError(
                          e.field().replaceFirst("^weights", "with"), e.key(), e.arguments()))
              .toList());
    }
  }

  /**
   * The words that a client has sent; null for none.
   *
   * @throws Invalid where they are too long
   */
  public @Nullable String text(@Nullable String sent) {
    return parameters.text(sent);
  }
}
