package eu.bridgehall.search;

import eu.bridgehall.scoring.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The search engine for authority profiles. The database is the truth: an index may be thrown away
 * and filled again, and what it finds is checked against the database before it is shown.
 *
 * <p>Changes are seen by readers after {@link #refresh} and survive a crash after {@link #commit}.
 * Every method may be called from any thread; reads go on during {@link #replaceAll}.
 */
public interface AuthorityIndex extends AutoCloseable {
  /** At most so many matches from the first can be reached: offset + limit. */
  int MAX_MATCHES = 500;

  /** Adds the documents, or replaces those with the same id. */
  void put(Collection<AuthorityDocument> documents);

  /** Removes the documents with these ids; unknown ids are no error. */
  void remove(Collection<UUID> ids);

  /**
   * Replaces everything. The new index is built aside, changes that arrive meanwhile are applied to
   * both, and readers change over at once when it is complete and committed.
   *
   * @param documents each id at most once; closed by the caller
   * @param position as for {@link #commit}: up to where the documents are known to be complete
   * @param progress called with the number of documents so far, from time to time and at the end
   */
  void replaceAll(Stream<AuthorityDocument> documents, String position, LongConsumer progress);

  /** Makes the changes so far visible to readers. */
  void refresh();

  /**
   * Makes the changes so far durable, together with the follower's position in the stream of
   * changes: after a crash, {@link #position} tells from where to replay.
   */
  void commit(String position);

  /** Position of the last commit; empty for an index that never had one. */
  Optional<String> position();

  /**
   * Whether what was found on opening did not belong to this database and schema, or was damaged:
   * the index is then empty until {@link #replaceAll}.
   */
  boolean needsRebuild();

  /**
   * Full-text search with facets.
   *
   * @throws eu.bridgehall.kernel.DomainException.Invalid naming {@code cursor} for one that was not
   *     given out for the same sort, and {@code sort} for a distance without a point
   */
  SearchPage find(SearchRequest request);

  /**
   * Authorities of which a name begins with what was typed, the larger first; where there is none,
   * those of which one begins so but for a typing error in a word.
   *
   * @param publicOnly whether only profiles are found that everybody may see
   */
  List<Suggestion> suggest(String prefix, boolean publicOnly, int limit);

  /**
   * What may have been meant: the text with near words in the place of those that nobody has whom
   * the reader may see, the nearest first. Whether they find anything is to be tried.
   *
   * @param publicOnly whether only words count of profiles that everybody may see
   */
  List<String> corrections(String text, boolean publicOnly);

  /** The best candidates for an authority, exactly, ordered by rank value and then by id. */
  MatchPage match(MatchRequest request);

  /**
   * Where some candidates stand among all that pass the gates, however far down; offset and limit
   * of the request do not count. A candidate that does not pass is left out.
   */
  Map<UUID, MatchRank> ranks(MatchRequest request, Set<UUID> candidates);

  /** The columns as they are indexed, or empty if there is no such document. */
  Optional<Columns> columns(UUID id);

  /**
   * How well the texts of one document answer the words: the factor of its rank value.
   *
   * @param text null or blank for none, which is 1
   * @param ideas whether the project ideas are asked too, as in the request for matches
   */
  double textFactor(UUID id, @Nullable String text, boolean ideas);

  /** What the index holds. */
  IndexStatus check();

  @Override
  void close();
}
