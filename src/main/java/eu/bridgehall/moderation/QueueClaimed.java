package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Coded;

/** Which things of the queue are wanted, by who works on them. */
public enum QueueClaimed implements Coded {
  ALL,
  /** Those that the reader has taken on. */
  MINE,
  /** Those that nobody has taken on. */
  FREE
}
