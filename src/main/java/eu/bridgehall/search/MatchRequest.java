package eu.bridgehall.search;

import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.scoring.Weights;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who fits this authority.
 *
 * @param asker id of the asking authority, which never meets itself
 * @param columns its columns
 * @param weights weights of its side in this request
 * @param scale taxonomy and snapshot of rarities, the same object for as long as the snapshot holds
 * @param record the track record of pairs
 * @param excluded ids of those it may not meet: partners, blocked, forbidden, dismissed
 * @param filter what to narrow to
 * @param text words whose answer acts on the rank value; null or blank for none
 * @param ideas whether the words are asked of the project ideas too: only for a reader who may read
 *     those of everybody that can be found
 * @param today day since 1970-01-01 (UTC) that freshness is measured on
 * @param offset how many of the best to leave out
 * @param limit how many to give; offset + limit at most {@link AuthorityIndex#MAX_MATCHES}
 */
public record MatchRequest(
    UUID asker,
    Columns columns,
    Weights weights,
    ThemeScale scale,
    TrackRecord record,
    Set<UUID> excluded,
    SearchFilter filter,
    @Nullable String text,
    boolean ideas,
    int today,
    int offset,
    int limit) {
  public MatchRequest {
    excluded = Set.copyOf(excluded);
    if (offset < 0 || limit < 1 || offset + limit > AuthorityIndex.MAX_MATCHES) {
      throw new IllegalArgumentException("Out of range: " + offset + " + " + limit);
    }
    if (ideas && filter.publicOnly()) {
      throw new IllegalArgumentException("Project ideas are not for everybody");
    }
  }

  /** A request that does not ask the project ideas. */
  public MatchRequest(
      UUID asker,
      Columns columns,
      Weights weights,
      ThemeScale scale,
      TrackRecord record,
      Set<UUID> excluded,
      SearchFilter filter,
      @Nullable String text,
      int today,
      int offset,
      int limit) {
    this(
        asker, columns, weights, scale, record, excluded, filter, text, false, today, offset,
        limit);
  }
}
