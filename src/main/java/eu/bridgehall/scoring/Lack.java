package eu.bridgehall.scoring;

/** What two may lack for each other, as far as it is told at first sight. */
public enum Lack {
  /** The other has stated languages, and none is common to both. */
  LANGUAGE(1),
  /** The other has stated interests, and none is common to both. */
  INTERESTS(1 << 1),
  /** The asker wishes for countries, and the other lies in none of them. */
  MY_PLACE(1 << 2),
  /** The other wishes for countries alone, and the asker lies in none of them. */
  THEIR_PLACE(1 << 3);

  /** How many sets of them there are. */
  public static final int SETS = 1 << 4;

  private final int bit;

  Lack(int bit) {
    this.bit = bit;
  }

  /** Its bit in a set. */
  public int bit() {
    return bit;
  }

  /** Whether it is in the set. */
  boolean isIn(int set) {
    return (set & bit) != 0;
  }
}
