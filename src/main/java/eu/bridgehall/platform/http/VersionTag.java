package eu.bridgehall.platform.http;

import eu.bridgehall.kernel.DomainException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a thing as an entity tag (RFC 9110): sent as ETag, sent back as If-Match. */
public final class VersionTag {
  private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

  private VersionTag() {}

  /** The tag of a version. */
  public static String of(long version) {
    return String.format(Locale.ROOT, "\"%d\"", version);
  }

  /**
   * The version that a client changes.
   *
   * @throws DomainException.VersionMissing without the header, or where it says that any would do
   * @throws DomainException.Stale where the tag was never given out: no version is like it
   */
  public static long required(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || "*".equals(ifMatch.strip())) {
      throw new DomainException.VersionMissing();
    }
    Matcher tag = STRONG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw new DomainException.Stale();
    }
    return Long.parseLong(tag.group(1));
  }
}
