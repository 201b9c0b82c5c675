package eu.bridgehall.bench;

import eu.bridgehall.search.IndexedPlace;
import eu.bridgehall.search.PlaceHit;
import eu.bridgehall.search.PlaceIndex;
import eu.bridgehall.search.PlaceQuery;
import eu.bridgehall.search.names.NameFolding;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Places drawn with a seed, each asked for by one of its names drawn with it: as it is written, and
 * with one letter inserted, left out, replaced or swapped with the next.
 *
 * <p>A place counts as right if it is the one that was drawn, or has the same name but for case and
 * accents: nobody could tell from the name which of them is meant. How it would be if only the
 * drawn one counted is printed too.
 */
final class DrawnNames {
  private static final int LIMIT = 10;
  private static final int SHOWN = 3;

  private final List<Drawn> drawn = new ArrayList<>();
  private final Map<UnicodeScript, List<Character>> letters = new HashMap<>();
  private final Map<Long, IndexedPlace> places;
  private final Random random;

  private record Drawn(IndexedPlace place, String form, String typed) {}

  DrawnNames(List<IndexedPlace> all, int count, long seed) {
    places = all.stream().collect(Collectors.toMap(IndexedPlace::id, place -> place));
    random = new Random(seed);
    for (int i = 0; i < count; i++) {
      IndexedPlace place = all.get(random.nextInt(all.size()));
      String form = place.names().get(random.nextInt(place.names().size()));
      drawn.add(new Drawn(place, form, form));
      for (char letter : form.toLowerCase(Locale.ROOT).toCharArray()) {
        if (Character.isLetter(letter)) {
          letters.computeIfAbsent(UnicodeScript.of(letter), s -> new ArrayList<>()).add(letter);
        }
      }
    }
  }

  /** Asks for the names as they are written. */
  void plain(PlaceIndex index) {
    ask(index, "plain names", drawn);
  }

  /** Asks for the names with an error in each. */
  void edited(PlaceIndex index) {
    ask(
        index,
        "names with one error",
        drawn.stream().map(d -> new Drawn(d.place(), d.form(), edited(d.form()))).toList());
  }

  private void ask(PlaceIndex index, String what, List<Drawn> asked) {
    double sum = 0;
    double strict = 0;
    System.out.println(what + ", those that are not found first:");
    for (Drawn each : asked) {
      List<IndexedPlace> found =
          index.find(new PlaceQuery(each.typed(), null, LIMIT)).stream()
              .map(PlaceHit::id)
              .map(places::get)
              .toList();
      String key = NameFolding.fold(each.form());
      double rank =
          SearchQuality.reciprocalRank(
              found,
              place ->
                  place.id() == each.place().id()
                      || place.names().stream().anyMatch(n -> NameFolding.fold(n).equals(key)));
      sum += rank;
      strict += SearchQuality.reciprocalRank(found, place -> place.id() == each.place().id());
      if (rank < 1) {
        SearchQuality.miss(
            rank,
            each.typed(),
            each.form() + " (" + label(each.place()) + ")",
            found.stream().limit(SHOWN).map(DrawnNames::label).toList());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: MRR %.3f of %d (%.3f if of several places of the name only the drawn one counts)%n%n",
        what,
        sum / asked.size(),
        asked.size(),
        strict / asked.size());
  }

  static String label(IndexedPlace place) {
    return place.name() + " " + place.countryCode();
  }

  private String edited(String form) {
    while (true) {
      int at = random.nextInt(form.length());
      char letter = form.charAt(at);
      if (!Character.isLetter(letter)) {
        if (form.chars().noneMatch(Character::isLetter)) {
          return form;
        }
        continue;
      }
      String edited = edited(form, at, letter);
      if (!NameFolding.fold(edited).isEmpty()
          && !NameFolding.fold(edited).equals(NameFolding.fold(form))) {
        return edited;
      }
    }
  }

  private String edited(String form, int at, char letter) {
    StringBuilder edited = new StringBuilder(form);
    List<Character> others = letters.get(UnicodeScript.of(letter));
    char other = others.get(random.nextInt(others.size()));
    switch (random.nextInt(4)) {
      case 0 -> edited.insert(at + random.nextInt(2), other);
      case 1 -> edited.deleteCharAt(at);
      case 2 -> edited.setCharAt(at, other);
      default -> {
        if (at + 1 < form.length() && Character.isLetter(form.charAt(at + 1))) {
          edited.setCharAt(at, form.charAt(at + 1));
          edited.setCharAt(at + 1, letter);
        }
      }
    }
    return edited.toString();
  }
}
