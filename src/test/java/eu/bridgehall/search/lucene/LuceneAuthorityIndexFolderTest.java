package eu.bridgehall.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.bridgehall.scoring.Columns;
import eu.bridgehall.search.AuthorityDocument;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.SearchFilter;
import eu.bridgehall.search.SearchPage;
import eu.bridgehall.search.SearchRequest;
import eu.bridgehall.search.SearchSort;
import eu.bridgehall.support.Populations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found again in a folder, and which words find what. */
class LuceneAuthorityIndexFolderTest {
  private static final UUID DATABASE = new UUID(1, 1);
  private static final List<AuthorityDocument> DOCUMENTS = new Populations(5).documents(30);

  @TempDir Path folder;

  private LuceneAuthorityIndex open(UUID database, String schema) {
    return LuceneAuthorityIndex.open(folder, database, schema, Populations.vocabulary());
  }

  private LuceneAuthorityIndex open() {
    return open(DATABASE, "1");
  }

  private void fill() {
    try (AuthorityIndex index = open()) {
      assertTrue(index.needsRebuild());
      index.replaceAll(DOCUMENTS.stream(), "7", count -> {});
    }
  }

  @Test
  void whatWasCommittedIsFoundAgainAndWhatWasNotIsReplayedFromThePosition() {
    fill();
    List<AuthorityDocument> more = new Populations(6).documents(2);
    try (AuthorityIndex index = open()) {
      index.put(more.subList(0, 1));
      index.commit("8");
      index.put(more.subList(1, 2));
      index.refresh();
      assertEquals(32, index.check().count());
    }
    try (AuthorityIndex index = open()) {
      assertFalse(index.needsRebuild());
      assertEquals("8", index.position().orElseThrow());
      assertEquals(31, index.check().count());
    }
  }

  @Test
  void anotherDatabaseOrSchemaMeansAnEmptyIndexThatNeedsARebuild() {
    fill();
    try (AuthorityIndex index = open(new UUID(2, 2), "1")) {
      assertTrue(index.needsRebuild());
      assertEquals(0, index.check().count());
      assertTrue(index.position().isEmpty());
    }
    fill();
    try (AuthorityIndex index = open(DATABASE, "2")) {
      assertTrue(index.needsRebuild());
    }
  }

  @Test
  void anIndexThatWasNeverCompleteStillNeedsARebuildAfterACommit() {
    try (AuthorityIndex index = open()) {
      index.put(DOCUMENTS);
      index.commit("9");
    }
    try (AuthorityIndex index = open()) {
      assertTrue(index.needsRebuild());
    }
  }

  @Test
  void aDamagedIndexIsBegunAnew() throws IOException {
    fill();
    Path build = folder.resolve(Files.readString(folder.resolve("current")));
    try (Stream<Path> files = Files.list(build)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("segments_")) {
          Files.writeString(file, "damaged");
        }
      }
    }
    try (AuthorityIndex index = open()) {
      assertTrue(index.needsRebuild());
      index.replaceAll(DOCUMENTS.stream(), "10", count -> {});
      assertEquals(DOCUMENTS.size(), index.check().count());
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(2, left.count());
    }
  }

  @Test
  void aRebuildThatFailsLeavesEverythingAsItWas() {
    fill();
    try (AuthorityIndex index = open()) {
      Stream<AuthorityDocument> broken =
          DOCUMENTS.stream()
              .peek(
                  document -> {
                    if (document.id().equals(DOCUMENTS.get(9).id())) {
                      throw new IllegalStateException("Connection lost");
                    }
                  });
      assertThrows(IllegalStateException.class, () -> index.replaceAll(broken, "11", count -> {}));
      assertEquals(DOCUMENTS.size(), index.check().count());
      assertEquals("7", index.position().orElseThrow());
    }
  }

  @Test
  void changesDuringARebuildAreNotLost() {
    fill();
    AuthorityDocument late = new Populations(8).document();
    try (AuthorityIndex index = open()) {
      Stream<AuthorityDocument> documents =
          DOCUMENTS.stream()
              .peek(
                  document -> {
                    if (document.id().equals(DOCUMENTS.get(9).id())) {
                      index.put(List.of(late));
                      index.remove(List.of(DOCUMENTS.get(3).id()));
                    }
                  });
      index.replaceAll(documents, "12", count -> {});
      assertTrue(index.columns(late.id()).isPresent());
      assertTrue(index.columns(DOCUMENTS.get(3).id()).isEmpty());
      assertEquals(DOCUMENTS.size(), index.check().count());
    }
  }

  @Test
  void wordsAreFoundInEveryLanguageScriptAndWithTypingErrors() {
    AuthorityDocument lviv =
        document(
            1, "Lviv", List.of("Львів", "Lwów"), Map.of("uk", "Ми відновлюємо школи та лікарні"));
    AuthorityDocument krakow =
        document(
            2, "Kraków", List.of("Cracow"), Map.of("pl", "Budujemy mieszkania i szukamy energii"));
    AuthorityDocument koeln =
        document(3, "Köln", List.of("Cologne"), Map.of("de", "Wir bauen Häuser um"));
    AuthorityDocument tbilisi =
        document(4, "Tbilisi", List.of("თბილისი"), Map.of("ka", "განათლება და კულტურა"));
    try (AuthorityIndex index = open()) {
      index.put(List.of(lviv, krakow, koeln, tbilisi));
      index.refresh();
      for (String words : List.of("Львів", "lviv", "LWOW", "lvivv", "школа", "лікарня")) {
        assertEquals(List.of(lviv.id()), found(index, words), words);
      }
      for (String words : List.of("krakow", "Kraków", "krakov", "mieszkanie", "energia")) {
        assertEquals(List.of(krakow.id()), found(index, words), words);
      }
      for (String words : List.of("koln", "Köln", "colone", "Haus", "köln häuser")) {
        assertEquals(List.of(koeln.id()), found(index, words), words);
      }
      for (String words : List.of("თბილისი", "განათლება")) {
        assertEquals(List.of(tbilisi.id()), found(index, words), words);
      }
      for (String words : List.of("xyzzy", "lviv Haus", "?!", "a:b AND (")) {
        assertEquals(List.of(), found(index, words), words);
      }
    }
  }

  private static List<UUID> found(AuthorityIndex index, String words) {
    return index
        .find(new SearchRequest(words, SearchFilter.ALL, SearchSort.RELEVANCE, null, 10, null))
        .hits()
        .stream()
        .map(SearchPage.Hit::id)
        .toList();
  }

  private static AuthorityDocument document(
      int id, String name, List<String> names, Map<String, String> texts) {
    return new AuthorityDocument(
        new UUID(0, id), Columns.empty(), "municipality", name, names, texts, true, 0);
  }
}
