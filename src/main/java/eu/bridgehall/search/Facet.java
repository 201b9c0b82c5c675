package eu.bridgehall.search;

/** What results can be narrowed and counted by. */
public enum Facet {
  COUNTRY("country"),
  TYPE("type"),
  /** A theme that is needed, offered or of interest; a field stands for all its themes. */
  THEME("theme"),
  NEED("need"),
  OFFER("offer"),
  COOPERATION("cooperation"),
  /** Codes of {@link SizeClass}. */
  SIZE("size"),
  LANGUAGE("language"),
  TRAIT("trait"),
  /** {@link #YES} for those that seek a Ukrainian partner. */
  SEEKS_UKRAINIAN("seeksUkrainian");

  /** Code of a facet that is only yes or nothing. */
  public static final String YES = "true";

  private final String id;

  Facet(String id) {
    this.id = id;
  }

  /** Name in requests and answers. */
  public String id() {
    return id;
  }
}
