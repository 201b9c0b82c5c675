package eu.bridgehall.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of what is kept of a person, as she reads it.
 *
 * @param heading what it is about
 * @param entries what there is of it, each with its fields
 */
public record ArchiveSheet(String heading, List<List<Field>> entries) {
  public ArchiveSheet {
    entries = entries.stream().map(List::copyOf).toList();
  }

  /**
   * A field of an entry.
   *
   * @param label what it is
   * @param value in words; null where nothing is kept
   */
  public record Field(String label, @Nullable String value) {}
}
