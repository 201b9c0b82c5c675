package eu.bridgehall.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.bridgehall.scoring.Weights;
import eu.bridgehall.search.AuthorityDocument;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.AuthorityIndexContract;
import eu.bridgehall.search.MatchPage;
import eu.bridgehall.search.MatchRequest;
import eu.bridgehall.search.SearchFilter;
import eu.bridgehall.support.Folders;
import eu.bridgehall.support.Populations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterTry;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** The Lucene engine keeps the contract. */
class LuceneAuthorityIndexTest extends AuthorityIndexContract {
  private final List<Path> folders = new ArrayList<>();

  private static AuthorityIndex open(Path folder) {
    return LuceneAuthorityIndex.open(folder, new UUID(1, 1), "test", VOCABULARY);
  }

  @Override
  protected AuthorityIndex create() {
    try {
      Path folder = Files.createTempDirectory("authority-index");
      folders.add(folder);
      return open(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void theSameIsFoundWhateverTheSegmentsAfterARestartAndAMerge(@ForAll long seed)
      throws IOException {
    Populations populations = new Populations(seed);
    List<AuthorityDocument> documents = populations.documents(120);
    List<MatchRequest> requests =
        documents.stream().limit(6).map(asker -> request(asker, populations.weights())).toList();
    Path folder = Files.createTempDirectory("authority-index");
    folders.add(folder);
    List<MatchPage> written;
    try (AuthorityIndex index = open(folder)) {
      index.replaceAll(documents.stream().limit(30), "0", count -> {});
      for (int from = 30; from < documents.size(); from += 30) {
        index.put(documents.subList(from, from + 30));
        index.refresh();
      }
      index.commit("1");
      written = requests.stream().map(index::match).toList();
    }
    try (AuthorityIndex index = open(folder)) {
      assertEquals(written, requests.stream().map(index::match).toList());
    }
    assertTrue(merge(folder) > 1);
    try (AuthorityIndex index = open(folder)) {
      assertEquals(written, requests.stream().map(index::match).toList());
      index.replaceAll(documents.reversed().stream(), "2", count -> {});
      assertEquals(written, requests.stream().map(index::match).toList());
    }
  }

  private static MatchRequest request(AuthorityDocument asker, Weights weights) {
    return new MatchRequest(
        asker.id(),
        asker.columns(),
        weights,
        Populations.scale(),
        Populations.record(),
        Set.of(),
        SearchFilter.ALL,
        null,
        Populations.TODAY,
        0,
        15);
  }

  /** Makes one segment of all; how many there were. */
  private static int merge(Path folder) throws IOException {
    Path generation;
    try (Stream<Path> all = Files.walk(folder)) {
      generation =
          all.filter(file -> String.valueOf(file.getFileName()).startsWith("segments_"))
              .map(Path::getParent)
              .findFirst()
              .orElseThrow();
    }
    try (Directory directory = FSDirectory.open(generation)) {
      int before = SegmentInfos.readLatestCommit(directory).size();
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        writer.forceMerge(1);
      }
      assertEquals(1, SegmentInfos.readLatestCommit(directory).size());
      return before;
    }
  }

  @AfterTry
  void deleteFolders() throws IOException {
    closeAll();
    for (Path folder : folders) {
      Folders.delete(folder);
    }
    folders.clear();
  }
}
