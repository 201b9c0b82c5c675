package eu.bridgehall.search.lucene;

import eu.bridgehall.search.IndexedPlace;
import eu.bridgehall.search.names.NameFolding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the place index lies on disk: one folder per version of the reference data, written under
 * another name and renamed when it is whole. So a half-written index is never opened, and several
 * readers may share the folder.
 */
final class PlaceIndexFolder {
  static final String ID = "id";
  static final String COUNTRY = "country";
  static final String POPULATION = "population";

  private static final Logger LOG = LoggerFactory.getLogger(PlaceIndexFolder.class);

  /** Raised whenever the keys or fields change, so that indexes made before are made anew. */
  private static final int SCHEMA = 2;

  private static final String PREFIX = "places-" + SCHEMA + "-";
  private static final String VERSION = "version";
  private static final double RAM_BUFFER_MB = 128;

  private final Path root;

  /**
   * An index that has been opened.
   *
   * @param name version of the reference data
   * @param reader open; whoever gets it closes it
   */
  record Version(String name, DirectoryReader reader) {}

  PlaceIndexFolder(Path root) {
    this.root = root;
  }

  /** The index that is there, if there is one of this schema that can be read. */
  Optional<Version> open() {
    return finished().stream()
        .filter(f -> name(f).startsWith(PREFIX))
        .sorted(Comparator.comparingLong(PlaceIndexFolder::lastModified).reversed())
        .flatMap(folder -> open(folder).stream())
        .findFirst();
  }

  /** Writes an index, puts it in the place of the former ones and opens it. */
  Version write(String version, Stream<IndexedPlace> places) {
    long start = System.nanoTime();
    try {
      Files.createDirectories(root);
      Path building = Files.createTempDirectory(root, "building-");
      int count = build(building, version, places.iterator());
      Path target = root.resolve(PREFIX + version);
      delete(target);
      move(building, target);
      for (Path other : finished()) {
        if (!other.equals(target)) {
          delete(other);
        }
      }
      LOG.info("Indexed {} places in {} ms", count, (System.nanoTime() - start) / 1_000_000);
      return open(target).orElseThrow(() -> new IllegalStateException("Unreadable: " + target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path building, Path target) throws IOException {
    try {
      Files.move(building, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
      delete(building); // another process has just made the same version
    }
  }

  private static int build(Path folder, String version, Iterator<IndexedPlace> places)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new KeywordAnalyzer())
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
            .setRAMBufferSizeMB(RAM_BUFFER_MB)
            .setIndexSort(
                new Sort(
                    new SortField(POPULATION, SortField.Type.LONG, true),
                    new SortField(ID, SortField.Type.LONG)));
    int count = 0;
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      while (places.hasNext()) {
        writer.addDocument(document(places.next()));
        count++;
      }
      writer.forceMerge(1);
      writer.setLiveCommitData(Map.of(VERSION, version).entrySet());
      writer.commit();
    }
    return count;
  }

  private static Document document(IndexedPlace place) {
    Document document = new Document();
    document.add(new NumericDocValuesField(ID, place.id()));
    document.add(new NumericDocValuesField(POPULATION, place.population()));
    document.add(new StringField(COUNTRY, place.countryCode(), Field.Store.NO));
    for (String key : PlaceKeys.ofNames(List.of(place.name()), place.countryCode())) {
      document.add(new StringField(PlaceQueries.SHOWN, key, Field.Store.NO));
    }
    place.names().stream()
        .filter(NameFolding::isAccented)
        .map(NameFolding::literal)
        .distinct()
        .forEach(n -> document.add(new StringField(PlaceQueries.LITERAL, n, Field.Store.NO)));
    Set<String> words = new LinkedHashSet<>();
    for (String key : PlaceKeys.ofNames(place.names(), place.countryCode())) {
      document.add(new StringField(PlaceQueries.NAME, key, Field.Store.NO));
      words.addAll(PlaceKeys.words(key));
    }
    for (String word : words) {
      document.add(new StringField(PlaceQueries.WORD, word, Field.Store.NO));
    }
    return document;
  }

  private static Optional<Version> open(Path folder) {
    try {
      DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder));
      String version = reader.getIndexCommit().getUserData().get(VERSION);
      return Optional.of(new Version(version == null ? "" : version, reader));
    } catch (IOException e) {
      LOG.warn("The place index in {} cannot be read and is made anew", folder, e);
      return Optional.empty();
    }
  }

  private List<Path> finished() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(root)) {
      return folders.filter(f -> name(f).startsWith("places-")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  private static long lastModified(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).toMillis();
    } catch (IOException e) {
      return 0; // removed meanwhile: the oldest of all
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
