package eu.bridgehall.scoring;

import java.util.function.IntConsumer;

/**
 * A set of themes by their dense ordinals, 0 to 127.
 *
 * @param lo bits of ordinals 0 to 63
 * @param hi bits of ordinals 64 to 127
 */
public record ThemeSet(long lo, long hi) {
  /** How many ordinals fit. */
  public static final int CAPACITY = 128;

  public static final ThemeSet EMPTY = new ThemeSet(0, 0);

  /** The set of these ordinals. */
  public static ThemeSet of(int... ordinals) {
    ThemeSet set = EMPTY;
    for (int ordinal : ordinals) {
      set = set.with(ordinal);
    }
    return set;
  }

  public ThemeSet with(int ordinal) {
    checkOrdinal(ordinal);
    return ordinal < Long.SIZE
        ? new ThemeSet(lo | 1L << ordinal, hi)
        : new ThemeSet(lo, hi | 1L << ordinal);
  }

  public ThemeSet without(int ordinal) {
    checkOrdinal(ordinal);
    return ordinal < Long.SIZE
        ? new ThemeSet(lo & ~(1L << ordinal), hi)
        : new ThemeSet(lo, hi & ~(1L << ordinal));
  }

  public ThemeSet and(ThemeSet other) {
    return new ThemeSet(lo & other.lo, hi & other.hi);
  }

  public ThemeSet andNot(ThemeSet other) {
    return new ThemeSet(lo & ~other.lo, hi & ~other.hi);
  }

  public ThemeSet or(ThemeSet other) {
    return new ThemeSet(lo | other.lo, hi | other.hi);
  }

  public boolean contains(int ordinal) {
    checkOrdinal(ordinal);
    return ((ordinal < Long.SIZE ? lo : hi) >>> ordinal & 1) != 0;
  }

  public boolean isEmpty() {
    return (lo | hi) == 0;
  }

  public int size() {
    return Long.bitCount(lo) + Long.bitCount(hi);
  }

  /** Each ordinal of the set, ascending. */
  public void forEach(IntConsumer action) {
    for (long bits = lo; bits != 0; bits &= bits - 1) {
      action.accept(Long.numberOfTrailingZeros(bits));
    }
    for (long bits = hi; bits != 0; bits &= bits - 1) {
      action.accept(Long.SIZE + Long.numberOfTrailingZeros(bits));
    }
  }

  private static void checkOrdinal(int ordinal) {
    if (ordinal < 0 || ordinal >= CAPACITY) {
      throw new IllegalArgumentException("Theme ordinal out of range: " + ordinal);
    }
  }
}
