package eu.bridgehall.partnerships;

/** Which of an authority's introductions are meant. */
public enum Box {
  /** Those that others have asked it for. */
  RECEIVED,
  /** Those that it has asked for. */
  SENT
}
