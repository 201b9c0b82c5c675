package eu.bridgehall.accounts;

import eu.bridgehall.platform.i18n.Messages;
import java.util.List;
import java.util.Locale;

/**
 * What a person reads of what is kept of her, in her language.
 *
 * @param made when, in words
 * @param files addresses in the archive of what she has sent, by the names
 * @param css how it looks: the page stands alone, in a file
 */
public record ArchivePage(
    Locale language,
    Messages messages,
    String made,
    List<ArchiveSheet> sheets,
    List<ArchiveSheet.Field> files,
    String css) {
  public ArchivePage {
    sheets = List.copyOf(sheets);
    files = List.copyOf(files);
  }

  /** The text of the key. */
  public String text(String key) {
    return messages.text(language, key);
  }
}
