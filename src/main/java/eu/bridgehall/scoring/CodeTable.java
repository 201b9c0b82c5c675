package eu.bridgehall.scoring;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Codes in a fixed order, and the place of each: what turns a code into a bit and back. */
public final class CodeTable {
  private final List<String> codes;
  private final Map<String, Integer> ordinals = new HashMap<>();

  /**
   * @param capacity how many codes may be, so that they fit the set of bits they are for
   */
  public CodeTable(List<String> codes, int capacity) {
    if (codes.size() > capacity) {
      throw new IllegalArgumentException(codes.size() + " codes, room for " + capacity);
    }
    this.codes = List.copyOf(codes);
    for (String code : codes) {
      if (ordinals.put(code, ordinals.size()) != null) {
        throw new IllegalArgumentException("Code twice: " + code);
      }
    }
  }

  public int size() {
    return codes.size();
  }

  public List<String> codes() {
    return codes;
  }

  public String code(int ordinal) {
    return codes.get(ordinal);
  }

  public boolean contains(String code) {
    return ordinals.containsKey(code);
  }

  /** Place of the code; callers validate codes before, an unknown one is their error. */
  public int ordinal(String code) {
    Integer ordinal = ordinals.get(code);
    if (ordinal == null) {
      throw new IllegalArgumentException("Unknown code: " + code);
    }
    return ordinal;
  }

  /** Places of the codes. */
  public int[] ordinals(Collection<String> some) {
    return some.stream().mapToInt(this::ordinal).toArray();
  }

  /** The codes as bits; for tables of at most 64. */
  public long bits(Collection<String> some) {
    long bits = 0;
    for (String code : some) {
      bits |= 1L << ordinal(code);
    }
    return bits;
  }

  /** The codes of these bits, in the table's order. */
  public List<String> codes(long bits) {
    return codes.stream().filter(code -> (bits >>> ordinal(code) & 1) != 0).toList();
  }
}
