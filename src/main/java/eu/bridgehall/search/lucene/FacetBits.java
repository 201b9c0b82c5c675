package eu.bridgehall.search.lucene;

import eu.bridgehall.scoring.LanguageSet;

/** A set of ordinals of one facet, reused from document to document. */
final class FacetBits {
  /** The largest facet is that of languages. */
  static final int CAPACITY = LanguageSet.CAPACITY;

  /** Ordinal of a code that nobody has. */
  static final int NOWHERE = -1;

  private long first;
  private long second;
  private long third;

  void clear() {
    set(0, 0, 0);
  }

  void set(int bits) {
    set(Integer.toUnsignedLong(bits), 0, 0);
  }

  void set(long first, long second, long third) {
    this.first = first;
    this.second = second;
    this.third = third;
  }

  void add(int ordinal) {
    if (ordinal == NOWHERE) {
      return;
    }
    long bit = 1L << ordinal;
    if (ordinal < Long.SIZE) {
      first |= bit;
    } else if (ordinal < 2 * Long.SIZE) {
      second |= bit;
    } else {
      third |= bit;
    }
  }

  boolean intersects(FacetBits other) {
    return ((first & other.first) | (second & other.second) | (third & other.third)) != 0;
  }

  void increment(long[] counts) {
    increment(first, 0, counts);
    increment(second, Long.SIZE, counts);
    increment(third, 2 * Long.SIZE, counts);
  }

  private static void increment(long word, int base, long[] counts) {
    for (long rest = word; rest != 0; rest &= rest - 1) {
      counts[base + Long.numberOfTrailingZeros(rest)]++;
    }
  }
}
