package eu.bridgehall.evaluation;

import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.search.AuthorityDocument;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.lucene.LuceneAuthorityIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** The service's engine over some authorities, in a folder that goes when it is closed. */
final class TemporaryIndex implements AutoCloseable {
  private final Path folder;
  private final AuthorityIndex index;

  /** Fills it. */
  TemporaryIndex(Vocabulary vocabulary, Stream<AuthorityDocument> documents) throws IOException {
    folder = Files.createTempDirectory("bridgehall-evaluation");
    index = LuceneAuthorityIndex.open(folder, new UUID(0, 0), "evaluation", vocabulary);
    index.replaceAll(documents, "all", done -> {});
  }

  AuthorityIndex index() {
    return index;
  }

  @Override
  public void close() throws IOException {
    index.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
