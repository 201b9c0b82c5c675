package eu.bridgehall.scoring;

import java.util.function.IntConsumer;

/**
 * A set of languages by their dense ordinals, 0 to 191: ISO 639-1 has 184.
 *
 * @param first bits of ordinals 0 to 63
 * @param second bits of ordinals 64 to 127
 * @param third bits of ordinals 128 to 191
 */
public record LanguageSet(long first, long second, long third) {
  /** How many ordinals fit. */
  public static final int CAPACITY = 192;

  public static final LanguageSet EMPTY = new LanguageSet(0, 0, 0);

  /** The set of these ordinals. */
  public static LanguageSet of(int... ordinals) {
    long[] words = new long[3];
    for (int ordinal : ordinals) {
      if (ordinal < 0 || ordinal >= CAPACITY) {
        throw new IllegalArgumentException("Language ordinal out of range: " + ordinal);
      }
      words[ordinal / Long.SIZE] |= 1L << ordinal;
    }
    return new LanguageSet(words[0], words[1], words[2]);
  }

  public LanguageSet and(LanguageSet other) {
    return new LanguageSet(first & other.first, second & other.second, third & other.third);
  }

  public boolean isEmpty() {
    return (first | second | third) == 0;
  }

  public int size() {
    return Long.bitCount(first) + Long.bitCount(second) + Long.bitCount(third);
  }

  /** Each ordinal of the set, ascending. */
  public void forEach(IntConsumer action) {
    forEach(first, 0, action);
    forEach(second, Long.SIZE, action);
    forEach(third, 2 * Long.SIZE, action);
  }

  private static void forEach(long word, int base, IntConsumer action) {
    for (long bits = word; bits != 0; bits &= bits - 1) {
      action.accept(base + Long.numberOfTrailingZeros(bits));
    }
  }
}
