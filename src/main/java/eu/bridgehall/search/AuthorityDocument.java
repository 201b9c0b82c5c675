package eu.bridgehall.search;

import eu.bridgehall.scoring.Columns;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A confirmed profile as it is indexed. Only what may be found belongs here: no contact, no private
 * part, and no position more exact than readers may know.
 *
 * @param id id of the authority
 * @param columns all that is scored, filtered and counted
 * @param type authority type, one of the reference codes
 * @param name the name that is shown and sorted by
 * @param names every name form, in any script; the shown one need not be among them
 * @param texts what everybody may read who sees the profile, by ISO 639-1 code of its language
 * @param ideas what only those may read who take part, likewise
 * @param isPublic whether everybody may see it, or members only
 * @param updatedAt when it was last changed, in milliseconds since 1970-01-01 UTC
 */
public record AuthorityDocument(
    UUID id,
    Columns columns,
    String type,
    String name,
    List<String> names,
    Map<String, String> texts,
    Map<String, String> ideas,
    boolean isPublic,
    long updatedAt) {
  public AuthorityDocument {
    names = List.copyOf(names);
    texts = Map.copyOf(texts);
    ideas = Map.copyOf(ideas);
  }

  /** A document without project ideas. */
  public AuthorityDocument(
      UUID id,
      Columns columns,
      String type,
      String name,
      List<String> names,
      Map<String, String> texts,
      boolean isPublic,
      long updatedAt) {
    this(id, columns, type, name, names, texts, Map.of(), isPublic, updatedAt);
  }
}
