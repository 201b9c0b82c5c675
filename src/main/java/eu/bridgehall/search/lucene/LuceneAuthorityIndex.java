package eu.bridgehall.search.lucene;

import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.RankValue;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.search.AuthorityDocument;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.IndexStatus;
import eu.bridgehall.search.MatchPage;
import eu.bridgehall.search.MatchRank;
import eu.bridgehall.search.MatchRequest;
import eu.bridgehall.search.SearchPage;
import eu.bridgehall.search.SearchRequest;
import eu.bridgehall.search.Suggestion;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** The authority index on Lucene. */
public final class LuceneAuthorityIndex implements AuthorityIndex {
  private static final String DATABASE = "database";
  private static final String SCHEMA = "schema";
  private static final String POSITION = "position";
  private static final String COMPLETE = "complete";

  /** So many documents are analysed together, by one of so many writers, in a rebuild. */
  private static final int WINDOW = 500;

  private static final int WRITERS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final IndexFolder folder;
  private final String database;
  private final String schema;
  private final AuthorityAnalyzers analyzers;
  private final AuthorityFields fields;
  private final ColumnCache columns;
  private final AuthoritySearcher searches;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock rebuilding = new ReentrantLock();
  private volatile IndexGeneration generation;
  private volatile boolean needsRebuild;
  // what has changed since a running rebuild began; null when none is running
  private @Nullable Map<UUID, Optional<AuthorityDocument>> meanwhile;

  private LuceneAuthorityIndex(
      Path root,
      UUID databaseId,
      String schemaVersion,
      Vocabulary vocabulary,
      LuceneSearchWords words)
      throws IOException {
    analyzers = words.analyzers();
    folder = new IndexFolder(root);
    database = databaseId.toString();
    schema = schemaVersion;
    fields = new AuthorityFields(vocabulary, analyzers);
    columns = new ColumnCache(vocabulary.tree());
    searches = new AuthoritySearcher(vocabulary, columns, words);
    IndexGeneration kept = openCurrent();
    needsRebuild = kept == null;
    generation = kept == null ? begin() : kept;
  }

  /**
   * Opens the index in a folder, or begins an empty one that needs a rebuild if there is none, it
   * is damaged, was never complete, or was made from another database or for another schema.
   *
   * @param databaseId id of the database whose profiles it holds
   * @param schemaVersion changes whenever what is indexed changes, the vocabulary included
   * @param words what the words of a search mean
   */
  public static LuceneAuthorityIndex open(
      Path folder,
      UUID databaseId,
      String schemaVersion,
      Vocabulary vocabulary,
      LuceneSearchWords words) {
    try {
      return new LuceneAuthorityIndex(folder, databaseId, schemaVersion, vocabulary, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable IndexGeneration openCurrent() throws IOException {
    Path current = folder.current().orElse(null);
    if (current == null) {
      return null;
    }
    try {
      IndexGeneration found = IndexGeneration.open(current, analyzers.perField(), columns);
      Map<String, String> data = found.commitData();
      if (database.equals(data.get(DATABASE))
          && schema.equals(data.get(SCHEMA))
          && data.containsKey(COMPLETE)) {
        folder.deleteOthers(current);
        return found;
      }
      found.close();
    } catch (CorruptIndexException
        | IndexFormatTooNewException
        | IndexFormatTooOldException
        | IndexNotFoundException
        | NoSuchFileException
        | EOFException damaged) {
      // the database has everything: begin anew instead of mending
      System.getLogger(LuceneAuthorityIndex.class.getName())
          .log(System.Logger.Level.WARNING, "The index is damaged and will be rebuilt", damaged);
    }
    return null;
  }

  private IndexGeneration begin() throws IOException {
    Path build = folder.create();
    folder.use(build);
    folder.deleteOthers(build);
    return IndexGeneration.open(build, analyzers.perField(), columns);
  }

  @Override
  public void put(Collection<AuthorityDocument> documents) {
    write(
        () -> {
          for (AuthorityDocument document : documents) {
            put(generation, document);
            if (meanwhile != null) {
              meanwhile.put(document.id(), Optional.of(document));
            }
          }
        });
  }

  private void put(IndexGeneration into, AuthorityDocument document) throws IOException {
    into.writer().updateDocument(AuthorityFields.idTerm(document.id()), fields.document(document));
  }

  @Override
  public void remove(Collection<UUID> ids) {
    write(
        () -> {
          Term[] terms = ids.stream().map(AuthorityFields::idTerm).toArray(Term[]::new);
          generation.writer().deleteDocuments(terms);
          if (meanwhile != null) {
            for (UUID id : ids) {
              meanwhile.put(id, Optional.empty());
            }
          }
        });
  }

  @Override
  public void replaceAll(
      Stream<AuthorityDocument> documents, String position, LongConsumer progress) {
    rebuilding.lock();
    try {
      IndexGeneration next = beginRebuild();
      boolean done = false;
      try {
        fill(next, documents, progress);
        finishRebuild(next, position);
        done = true;
      } finally {
        if (!done) {
          abandon(next);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      rebuilding.unlock();
    }
  }

  private IndexGeneration beginRebuild() throws IOException {
    IndexGeneration next = IndexGeneration.open(folder.create(), analyzers.perField(), columns);
    writing.lock();
    try {
      meanwhile = new LinkedHashMap<>();
    } finally {
      writing.unlock();
    }
    return next;
  }

  private void fill(
      IndexGeneration next, Stream<AuthorityDocument> documents, LongConsumer progress) {
    // the next documents are read while these are being analysed
    AtomicLong count = new AtomicLong();
    documents
        .gather(Gatherers.windowFixed(WINDOW))
        .gather(Gatherers.mapConcurrent(WRITERS, window -> add(next, window)))
        .forEach(added -> progress.accept(count.addAndGet(added)));
    progress.accept(count.get());
  }

  private int add(IndexGeneration next, List<AuthorityDocument> window) {
    try {
      for (AuthorityDocument document : window) {
        next.writer().addDocument(fields.document(document));
      }
      return window.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void finishRebuild(IndexGeneration next, String position) throws IOException {
    writing.lock();
    try {
      if (meanwhile != null) {
        for (Map.Entry<UUID, Optional<AuthorityDocument>> change : meanwhile.entrySet()) {
          next.writer().deleteDocuments(AuthorityFields.idTerm(change.getKey()));
          if (change.getValue().isPresent()) {
            put(next, change.getValue().get());
          }
        }
      }
      next.commit(commitData(position, true));
      next.readers().maybeRefreshBlocking();
      IndexGeneration old = generation;
      folder.use(next.folder());
      generation = next;
      needsRebuild = false;
      meanwhile = null;
      old.delete();
    } finally {
      writing.unlock();
    }
  }

  private void abandon(IndexGeneration next) throws IOException {
    writing.lock();
    try {
      meanwhile = null;
      if (next != generation) {
        next.delete();
      }
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void refresh() {
    write(() -> generation.readers().maybeRefreshBlocking());
  }

  @Override
  public void commit(String position) {
    write(() -> generation.commit(commitData(position, !needsRebuild)));
  }

  private Map<String, String> commitData(String position, boolean complete) {
    Map<String, String> data = new HashMap<>();
    data.put(DATABASE, database);
    data.put(SCHEMA, schema);
    data.put(POSITION, position);
    if (complete) {
      data.put(COMPLETE, "true");
    }
    return data;
  }

  @Override
  public Optional<String> position() {
    return Optional.ofNullable(generation.commitData().get(POSITION));
  }

  @Override
  public boolean needsRebuild() {
    return needsRebuild;
  }

  @Override
  public SearchPage find(SearchRequest request) {
    return read(searcher -> searches.find(searcher, request));
  }

  @Override
  public List<Suggestion> suggest(String prefix, boolean publicOnly, int limit) {
    return read(searcher -> searches.suggest(searcher, prefix, publicOnly, limit));
  }

  @Override
  public List<String> corrections(String text, boolean publicOnly) {
    return read(searcher -> searches.corrections(searcher, text, publicOnly));
  }

  @Override
  public MatchPage match(MatchRequest request) {
    return read(searcher -> searches.match(searcher, request));
  }

  @Override
  public Map<UUID, MatchRank> ranks(MatchRequest request, Set<UUID> candidates) {
    return read(searcher -> searches.ranks(searcher, request, candidates));
  }

  @Override
  public Optional<Columns> columns(UUID id) {
    return read(searcher -> searches.columns(searcher, id));
  }

  @Override
  public double textFactor(UUID id, @Nullable String text, boolean ideas) {
    return text == null || text.isBlank()
        ? RankValue.NO_TEXT
        : read(searcher -> searches.textFactor(searcher, id, text, ideas));
  }

  @Override
  public IndexStatus check() {
    long count = read(searcher -> (long) searcher.getIndexReader().numDocs());
    return new IndexStatus(count, position().orElse(null), generation.name(), needsRebuild);
  }

  @Override
  public void close() {
    write(() -> generation.close());
  }

  /** As above, for those who search for no words. */
  public static LuceneAuthorityIndex open(
      Path folder, UUID databaseId, String schemaVersion, Vocabulary vocabulary) {
    return open(folder, databaseId, schemaVersion, vocabulary, new LuceneSearchWords(List.of()));
  }

  /** A change to the index. */
  private interface Write {
    void run() throws IOException;
  }

  /** A question to one view of the index. */
  private interface Read<T> {
    T run(IndexSearcher searcher) throws IOException;
  }

  private void write(Write change) {
    writing.lock();
    try {
      change.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writing.unlock();
    }
  }

  private <T> T read(Read<T> question) {
    while (true) {
      IndexGeneration current = generation;
      try {
        IndexSearcher searcher = current.readers().acquire();
        try {
          return question.run(searcher);
        } finally {
          current.readers().release(searcher);
        }
      } catch (AlreadyClosedException e) {
        // a rebuild has changed over between the two lines: the next one is open
        if (current == generation) {
          throw e;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
