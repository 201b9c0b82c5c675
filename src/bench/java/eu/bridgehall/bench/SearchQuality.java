package eu.bridgehall.bench;

import eu.bridgehall.search.IndexedPlace;
import eu.bridgehall.search.PlaceHit;
import eu.bridgehall.search.PlaceQuery;
import eu.bridgehall.search.lucene.LucenePlaceIndex;
import eu.bridgehall.search.names.NameFolding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class SearchQuality {
  private static final int DRAWN = 1_000;
  private static final int LIMIT = 10;

  record Drawn(IndexedPlace place, String form, String typed) {}

  public static void main(String[] arguments) throws IOException {
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
    List<IndexedPlace> places = NamedPlaces.read();
    Map<Long, IndexedPlace> byId = places.stream().collect(Collectors.toMap(IndexedPlace::id, p -> p));
    Path folder = Files.createTempDirectory("search-quality");
    try (LucenePlaceIndex index = new LucenePlaceIndex(folder)) {
      long t0 = System.nanoTime();
      index.replaceAll("quality", places.stream());
      System.out.printf("indexed in %d ms%n", (System.nanoTime() - t0) / 1_000_000);
      Random random = new Random(seed);
      List<Drawn> plain = new ArrayList<>();
      Map<Character.UnicodeScript, List<Character>> letters = new HashMap<>();
      for (int i = 0; i < DRAWN; i++) {
        IndexedPlace p = places.get(random.nextInt(places.size()));
        String form = p.names().get(random.nextInt(p.names().size()));
        plain.add(new Drawn(p, form, form));
        for (char c : form.toLowerCase().toCharArray()) {
          if (Character.isLetter(c)) {
            letters.computeIfAbsent(Character.UnicodeScript.of(c), k -> new ArrayList<>()).add(c);
          }
        }
      }
      List<Drawn> edited = plain.stream().map(d -> new Drawn(d.place, d.form, edit(d.form, letters, random))).toList();
      run("plain", index, plain, byId);
      run("edited", index, edited, byId);
    }
  }

  static String edit(String form, Map<Character.UnicodeScript, List<Character>> letters, Random random) {
    while (true) {
      StringBuilder s = new StringBuilder(form);
      int at = random.nextInt(form.length());
      char c = form.charAt(at);
      int kind = random.nextInt(4);
      if (!Character.isLetter(c)) continue;
      List<Character> pool = letters.get(Character.UnicodeScript.of(c));
      char other = pool.get(random.nextInt(pool.size()));
      switch (kind) {
        case 0 -> s.insert(at + random.nextInt(2), other);
        case 1 -> s.deleteCharAt(at);
        case 2 -> s.setCharAt(at, other);
        default -> {
          if (at + 1 >= form.length() || !Character.isLetter(form.charAt(at + 1))) continue;
          s.setCharAt(at, form.charAt(at + 1));
          s.setCharAt(at + 1, c);
        }
      }
      if (!NameFolding.fold(s.toString()).equals(NameFolding.fold(form)) && !s.toString().isBlank()) return s.toString();
    }
  }

  static void run(String kind, LucenePlaceIndex index, List<Drawn> drawn, Map<Long, IndexedPlace> byId) {
    double sum = 0;
    double strict = 0;
    List<String> misses = new ArrayList<>();
    long t0 = System.nanoTime();
    for (Drawn d : drawn) {
      List<PlaceHit> hits = index.find(new PlaceQuery(d.typed, null, LIMIT));
      String key = NameFolding.fold(d.form);
      double r = 0;
      double rs = 0;
      for (int i = hits.size() - 1; i >= 0; i--) {
        IndexedPlace hit = byId.get(hits.get(i).id());
        if (hit.id() == d.place.id()) rs = 1.0 / (i + 1);
        if (hit.id() == d.place.id() || hit.names().stream().anyMatch(n -> NameFolding.fold(n).equals(key))) r = 1.0 / (i + 1);
      }
      sum += r;
      strict += rs;
      if (r < 1) misses.add(String.format("%.2f %s | %s | %s %s pop %d | %s", r, d.typed, d.form, d.place.names().get(0), d.place.countryCode(), d.place.population(), hits.stream().limit(4).map(h -> byId.get(h.id()).names().get(0) + " " + byId.get(h.id()).countryCode()+" "+h.closeness()).toList()));
    }
    misses.forEach(System.out::println);
    System.out.printf("== %s MRR %.4f strict %.4f, %d misses, %.1f ms each%n", kind, sum / drawn.size(), strict / drawn.size(), misses.size(), (System.nanoTime() - t0) / 1e6 / drawn.size());
  }
}
