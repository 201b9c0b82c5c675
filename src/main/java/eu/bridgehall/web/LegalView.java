package eu.bridgehall.web;

import eu.bridgehall.accounts.LegalText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * A version of a document.
 *
 * @param language of the text
 * @param html of the text
 * @param versions that there are, the newest first
 */
public record LegalView(LegalText text, Locale language, String html, List<LegalText> versions) {
  public LegalView {
    versions = List.copyOf(versions);
  }

  /** Whether there is a newer one. */
  public boolean isOld() {
    return !text.equals(versions.getFirst());
  }

  /** Address of a version. */
  public String address(LegalText version) {
    String page = "/" + version.document().id();
    return version.equals(versions.getFirst()) ? page : page + "?version=" + version.version();
  }

  /** The beginning of a day, for a frame that writes days. */
  public static Instant at(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
