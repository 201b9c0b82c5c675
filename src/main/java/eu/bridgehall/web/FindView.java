package eu.bridgehall.web;

import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.discovery.FoundAuthority.CodeName;
import eu.bridgehall.discovery.SearchAnswer.FoundItem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page on which partners are found.
 *
 * @param form what is asked for, with the place that was taken for the typed one
 * @param items what is found, as far as it is on this page
 * @param next address of the page after this one; null on the last
 * @param first whether this is the first page
 * @param groups what the results can be narrowed to
 * @param chips what they are narrowed to
 * @param places which places the typed one may be, where that is not clear
 * @param errors what is wrong with what was asked for
 * @param refused whether nothing was searched for, because of what is wrong
 * @param onMap how many authorities the map shows at most
 * @param didYouMean words that find more, with the address of what they find; null without any
 */
public record FindView(
    FindForm form,
    List<FoundItem> items,
    long total,
    @Nullable String next,
    boolean first,
    List<Group> groups,
    List<Chip> chips,
    List<PlaceChoice> places,
    FormErrors errors,
    boolean refused,
    int onMap,
    @Nullable Chip didYouMean) {
  public FindView {
    items = List.copyOf(items);
    groups = List.copyOf(groups);
    chips = List.copyOf(chips);
    places = List.copyOf(places);
  }

  /**
   * The region that says best where an authority lies: in a country with three levels the middle
   * one, for the first is often the country again; empty where there is none.
   */
  public static Optional<String> region(FoundAuthority authority) {
    List<CodeName> regions = authority.regions();
    return regions.stream()
        .skip(regions.size() > 2 ? 1 : 0)
        .map(CodeName::name)
        .filter(name -> !name.equals(authority.countryName()))
        .findFirst();
  }

  /** Those of an authority's themes first that were searched for. */
  public static List<CodeName> foundFirst(List<CodeName> themes, List<String> found) {
    return themes.stream()
        .sorted(Comparator.comparing(theme -> !found.contains(theme.code())))
        .toList();
  }

  /**
   * Codes of one facet.
   *
   * @param id name of the parameter
   */
  public record Group(String id, List<Option> options) {
    public Group {
      options = List.copyOf(options);
    }

    /** How many of its codes are chosen. */
    public long chosen() {
      return options.stream().filter(Option::chosen).count();
    }
  }

  /**
   * A code that can be chosen.
   *
   * @param count how many results there are with it
   * @param inner whether it belongs to the option above it, as a theme belongs to its field
   */
  public record Option(String code, String name, long count, boolean chosen, boolean inner) {}

  /**
   * What the results are narrowed to.
   *
   * @param facet name of the parameter, whose label says what the text is; null without one
   * @param address of the results without it
   */
  public record Chip(@Nullable String facet, String text, String address) {}

  /**
   * A place of the gazetteer to choose.
   *
   * @param where region and country
   */
  public record PlaceChoice(long id, String name, String where) {}
}
