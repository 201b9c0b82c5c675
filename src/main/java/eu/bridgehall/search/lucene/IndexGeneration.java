package eu.bridgehall.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** One build of the index in a folder of its own, with its writer and its readers. */
final class IndexGeneration implements Closeable {
  private static final int WRITE_BUFFER_MB = 64;

  private final Path folder;
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager readers;

  private IndexGeneration(
      Path folder, Directory directory, IndexWriter writer, SearcherManager readers) {
    this.folder = folder;
    this.directory = directory;
    this.writer = writer;
    this.readers = readers;
  }

  /** Opens what is in the folder, or begins an empty index there. */
  static IndexGeneration open(Path folder, Analyzer analyzer, ColumnCache columns)
      throws IOException {
    Directory directory = FSDirectory.open(folder);
    try {
      IndexWriterConfig config = new IndexWriterConfig(analyzer);
      config.setRAMBufferSizeMB(WRITE_BUFFER_MB);
      config.setCommitOnClose(false);
      IndexWriter writer = new IndexWriter(directory, config);
      try {
        SearcherManager readers = new SearcherManager(writer, warmed(columns));
        return new IndexGeneration(folder, directory, writer, readers);
      } catch (IOException | RuntimeException e) {
        writer.rollback();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Decodes the columns of new segments before anybody asks, so that nobody waits for it. */
  private static SearcherFactory warmed(ColumnCache columns) {
    return new SearcherFactory() {
      @Override
      public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
        reader.leaves().forEach(leaf -> columns.columns(leaf.reader()));
        return new IndexSearcher(reader);
      }
    };
  }

  Path folder() {
    return folder;
  }

  String name() {
    return folder.getFileName().toString();
  }

  IndexWriter writer() {
    return writer;
  }

  SearcherManager readers() {
    return readers;
  }

  /** What was said at the last commit. */
  Map<String, String> commitData() {
    Map<String, String> data = new HashMap<>();
    Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
    if (entries != null) {
      entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    }
    return data;
  }

  void commit(Map<String, String> data) throws IOException {
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
  }

  /** Ends writing; who still reads reads on until done. What was not committed is lost. */
  @Override
  public void close() throws IOException {
    readers.close();
    writer.rollback();
    directory.close();
  }

  /** Closes and removes the folder. */
  void delete() throws IOException {
    close();
    deleteFolder(folder);
  }

  static void deleteFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
