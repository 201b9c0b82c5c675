package eu.bridgehall.scoring;

/**
 * What of an authority is looked at first: enough to leave most of very many, and so little that it
 * is read quickly. A row of longs each, side by side in one array; {@link Outlook} reads them.
 */
public final class FirstLook {
  /** How many longs a row has. */
  public static final int ROW = 3;

  // one over the rarity of all offers, and of all needs; 0 where there are none
  private static final int MASSES = 0;
  // what the standing makes of a score, and the cooperation types with two marks
  private static final int STANDING = 1;
  // logarithm of the population, and the fields of the offers and of the needs
  private static final int FIELDS = 2;

  /** How many cooperation types there can be beside the two marks. */
  static final int COOPERATION_TYPES = 30;

  private static final int WISHES_DISTANCE = 1 << 31;
  private static final int WISHES_SIZE = 1 << 30;

  private FirstLook() {}

  /**
   * Writes the row of a candidate.
   *
   * @param today day since 1970-01-01 (UTC) for {@link RankValue#standing}
   * @param rows where to write it
   * @param at index of its first long
   */
  public static void write(Candidate candidate, ThemeTree tree, int today, long[] rows, int at) {
    rows[at + MASSES] =
        pack(
            oneOver(candidate.offersMass()),
            Float.floatToRawIntBits((float) oneOver(candidate.needsMass())));
    int marks =
        (candidate.wishesDistance() ? WISHES_DISTANCE : 0)
            | (Criteria.statesSize(candidate) ? WISHES_SIZE : 0);
    rows[at + STANDING] =
        pack(
            RankValue.standing(candidate, today),
            (candidate.cooperation() & ~(WISHES_DISTANCE | WISHES_SIZE)) | marks);
    rows[at + FIELDS] =
        pack(
            candidate.logPopulation(),
            tree.fieldBits(candidate.offersLo(), candidate.offersHi())
                | (tree.fieldBits(candidate.needsLo(), candidate.needsHi())
                    << ThemeTree.FIELD_BITS));
  }

  /** {@link RankValue#standing} of a row, rounded to a float. */
  public static double standing(long[] rows, int at) {
    return high(rows[at + STANDING]);
  }

  static double perOffersMass(long[] rows, int at) {
    return high(rows[at + MASSES]);
  }

  static double perNeedsMass(long[] rows, int at) {
    return Float.intBitsToFloat((int) rows[at + MASSES]);
  }

  static double logPopulation(long[] rows, int at) {
    return high(rows[at + FIELDS]);
  }

  static int cooperation(long[] rows, int at) {
    return (int) rows[at + STANDING] & ~(WISHES_DISTANCE | WISHES_SIZE);
  }

  static boolean wishesDistance(long[] rows, int at) {
    return ((int) rows[at + STANDING] & WISHES_DISTANCE) != 0;
  }

  static boolean wishesSize(long[] rows, int at) {
    return ((int) rows[at + STANDING] & WISHES_SIZE) != 0;
  }

  /** {@link ThemeTree#fieldBits} of the offers. */
  static int offersFields(long[] rows, int at) {
    return (int) rows[at + FIELDS] & ((1 << ThemeTree.FIELD_BITS) - 1);
  }

  static int needsFields(long[] rows, int at) {
    return (int) rows[at + FIELDS] >>> ThemeTree.FIELD_BITS;
  }

  private static double oneOver(double mass) {
    return mass == 0 ? 0 : 1 / mass;
  }

  private static double high(long packed) {
    return Float.intBitsToFloat((int) (packed >>> Integer.SIZE));
  }

  private static long pack(double high, int low) {
    return ((long) Float.floatToRawIntBits((float) high) << Integer.SIZE)
        | Integer.toUnsignedLong(low);
  }
}
