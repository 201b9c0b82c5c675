package eu.bridgehall.search.lucene;

import eu.bridgehall.scoring.ThemeTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** The decoded columns of every open segment, dropped with the segment. */
final class ColumnCache {
  private final Map<IndexReader.CacheKey, SegmentColumns> bySegment = new ConcurrentHashMap<>();
  private final ThemeTree tree;

  ColumnCache(ThemeTree tree) {
    this.tree = tree;
  }

  SegmentColumns columns(LeafReader reader) {
    IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
    return bySegment.computeIfAbsent(
        helper.getKey(),
        key -> {
          try {
            SegmentColumns columns = SegmentColumns.read(reader, tree);
            helper.addClosedListener(bySegment::remove);
            return columns;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
