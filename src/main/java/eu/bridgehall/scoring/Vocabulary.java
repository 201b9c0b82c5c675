package eu.bridgehall.scoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The codes of the reference data in a fixed order. Ordinals stand in the index: a vocabulary with
 * other codes or another order is another schema version.
 *
 * @param version names this vocabulary
 * @param countries ISO 3166-1 alpha-2, at most 64
 * @param languages ISO 639-1, at most 192
 * @param themes themes and their fields, at most 128
 * @param tree the field of each theme
 * @param cooperation cooperation types, at most 30
 * @param traits territory traits, at most 32
 * @param regions region codes of all levels
 */
public record Vocabulary(
    String version,
    CodeTable countries,
    CodeTable languages,
    CodeTable themes,
    ThemeTree tree,
    CodeTable cooperation,
    CodeTable traits,
    CodeTable regions) {
  public static final String UKRAINE = "UA";

  /**
   * Makes a vocabulary of codes.
   *
   * @param themeFields each theme in order, with the code of its field; a field with its own code
   */
  public static Vocabulary of(
      String version,
      List<String> countries,
      List<String> languages,
      List<Map.Entry<String, String>> themeFields,
      List<String> cooperation,
      List<String> traits,
      Collection<String> regions) {
    CodeTable themes =
        new CodeTable(themeFields.stream().map(Map.Entry::getKey).toList(), ThemeSet.CAPACITY);
    List<Integer> parents = new ArrayList<>();
    for (Map.Entry<String, String> theme : themeFields) {
      parents.add(
          Objects.equals(theme.getKey(), theme.getValue())
              ? ThemeTree.NONE
              : themes.ordinal(theme.getValue()));
    }
    return new Vocabulary(
        version,
        new CodeTable(countries, Long.SIZE),
        new CodeTable(languages, LanguageSet.CAPACITY),
        themes,
        new ThemeTree(parents),
        new CodeTable(cooperation, FirstLook.COOPERATION_TYPES),
        new CodeTable(traits, Integer.SIZE),
        new CodeTable(List.copyOf(regions), Integer.MAX_VALUE));
  }

  public ThemeSet themeSet(Collection<String> codes) {
    return ThemeSet.of(themes.ordinals(codes));
  }

  public LanguageSet languageSet(Collection<String> codes) {
    return LanguageSet.of(languages.ordinals(codes));
  }

  public int cooperationBits(Collection<String> codes) {
    return (int) cooperation.bits(codes);
  }

  public int traitBits(Collection<String> codes) {
    return (int) traits.bits(codes);
  }

  /**
   * Ordinals of the regions that this vocabulary knows, in the order given; others are left out.
   */
  public List<Integer> regionOrdinals(Collection<String> codes) {
    return codes.stream().filter(regions::contains).map(regions::ordinal).toList();
  }

  public List<String> themeCodes(ThemeSet set) {
    List<String> codes = new ArrayList<>();
    set.forEach(ordinal -> codes.add(themes.code(ordinal)));
    return codes;
  }

  public List<String> languageCodes(LanguageSet set) {
    List<String> codes = new ArrayList<>();
    set.forEach(ordinal -> codes.add(languages.code(ordinal)));
    return codes;
  }
}
