package eu.bridgehall.platform.outbox;

/**
 * A place in the order of events: first by the transaction that stored the event, then by its
 * number. Events are handed on only when no older transaction is still open, so this order never
 * gets a latecomer.
 *
 * @param transaction PostgreSQL's 64-bit transaction number
 * @param number the event's own number
 */
public record Position(long transaction, long number) implements Comparable<Position> {
  /** Before the first event. */
  public static final Position START = new Position(0, 0);

  @Override
  public int compareTo(Position other) {
    int byTransaction = Long.compare(transaction, other.transaction);
    return byTransaction != 0 ? byTransaction : Long.compare(number, other.number);
  }

  /** The form {@link #parse} reads. */
  @Override
  public String toString() {
    return transaction + ":" + number;
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Position parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("Not a position: " + text);
    }
    return new Position(
        Long.parseLong(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
  }
}
