package eu.bridgehall.search.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;

/**
 * For every ordinal of one column the documents of a segment that have it, a bit each. Sets of
 * ordinals are given as words of 64 bits, the lowest first.
 */
final class OrdinalDocuments {
  private static final FixedBitSet NONE = new FixedBitSet(0);

  private final int documents;
  private final FixedBitSet any;
  private FixedBitSet[] byOrdinal = {};

  OrdinalDocuments(int documents) {
    this.documents = documents;
    any = new FixedBitSet(documents);
  }

  void add(int document, long... ordinals) {
    for (int ordinal : list(ordinals)) {
      if (ordinal >= byOrdinal.length) {
        int known = byOrdinal.length;
        byOrdinal = Arrays.copyOf(byOrdinal, Long.SIZE * ordinals.length);
        Arrays.fill(byOrdinal, known, byOrdinal.length, NONE);
      }
      if (isNone(byOrdinal[ordinal])) {
        byOrdinal[ordinal] = new FixedBitSet(documents);
      }
      byOrdinal[ordinal].set(document);
      any.set(document);
    }
  }

  /** The documents that have any of these; a set of its own. */
  FixedBitSet with(long... ordinals) {
    FixedBitSet with = new FixedBitSet(documents);
    for (int ordinal : list(ordinals)) {
      with.or(of(ordinal));
    }
    return with;
  }

  /** The documents that have some, but none of these; a set of its own. */
  FixedBitSet withOthers(long... ordinals) {
    FixedBitSet others = any.clone();
    for (int ordinal : list(ordinals)) {
      others.andNot(of(ordinal));
    }
    return others;
  }

  /** The documents of each of these, the lowest first. */
  FixedBitSet[] each(long... ordinals) {
    return list(ordinals).stream()
        .map(ordinal -> isNone(of(ordinal)) ? new FixedBitSet(documents) : of(ordinal))
        .toArray(FixedBitSet[]::new);
  }

  private FixedBitSet of(int ordinal) {
    return ordinal < byOrdinal.length ? byOrdinal[ordinal] : NONE;
  }

  private static boolean isNone(FixedBitSet set) {
    return set.length() == 0;
  }

  private static List<Integer> list(long... ordinals) {
    List<Integer> list = new ArrayList<>();
    for (int word = 0; word < ordinals.length; word++) {
      for (long rest = ordinals[word]; rest != 0; rest &= rest - 1) {
        list.add(Long.SIZE * word + Long.numberOfTrailingZeros(rest));
      }
    }
    return list;
  }
}
