package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.Coded;

/** Which of an authority's introductions are meant. */
public enum Box implements Coded {
  /** Those that others have asked it for. */
  RECEIVED,
  /** Those that it has asked for. */
  SENT
}
