package eu.bridgehall.scoring;

import java.util.Arrays;

/** Numbers ids from 0 on: a hash table of primitive numbers. */
final class IdTable {
  /** No id, and no number. */
  static final int NONE = -1;

  private static final int MULTIPLIER = 0x9E3779B9;
  private static final int SHIFT = 7;

  private final int[] keys;
  private final int[] numbers;
  private final int mask;

  /**
   * @param ids each once; the first gets number 0
   */
  IdTable(int[] ids) {
    int size = Integer.highestOneBit(Math.max(1, ids.length)) * 4;
    keys = new int[size];
    numbers = new int[size];
    mask = size - 1;
    Arrays.fill(keys, NONE);
    for (int number = 0; number < ids.length; number++) {
      int at = slot(ids[number]);
      if (ids[number] == NONE || keys[at] != NONE) {
        throw new IllegalArgumentException("No id, or there already: " + ids[number]);
      }
      keys[at] = ids[number];
      numbers[at] = number;
    }
  }

  /** The number of the id; {@link #NONE} for one that is not there. */
  int number(int id) {
    if (id == NONE) {
      return NONE;
    }
    int at = slot(id);
    return keys[at] == NONE ? NONE : numbers[at];
  }

  private int slot(int id) {
    int at = (id * MULTIPLIER) >>> SHIFT & mask;
    while (keys[at] != NONE && keys[at] != id) {
      at = at + 1 & mask;
    }
    return at;
  }
}
