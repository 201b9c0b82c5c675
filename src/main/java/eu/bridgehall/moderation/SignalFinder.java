package eu.bridgehall.moderation;

import eu.bridgehall.platform.TextSignal;
import eu.bridgehall.platform.TextSignals;
import eu.bridgehall.profiles.model.MailDomainHint;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileText;
import eu.bridgehall.profiles.model.ThemeLine;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through texts. In what a profile shows to others, contact data and links are signals: they
 * have fields of their own, which are shown to whom they are meant for. In a message they are none,
 * since partners write each other such things; there the lists of words and the same text to many
 * are, and with the same text links and contact data too.
 */
final class SignalFinder {
  private SignalFinder() {}

  /** What stands in the fields of a profile that others see. */
  static SignalFound inProfile(ProfileContent content, Collection<String> words) {
    SignalFound found = new SignalFound();
    String host = MailDomainHint.host(content.website());
    look(found, "name", name(content), host, words);
    for (ProfileText text : content.texts()) {
      look(found, text.kind() + "-" + text.language(), text.text(), host, words);
    }
    Stream.of(content.needs(), content.offers(), content.interests())
        .flatMap(List::stream)
        .map(ThemeLine::note)
        .forEach(note -> look(found, "note", note, host, words));
    return found;
  }

  /**
   * What stands in a message.
   *
   * @param many whether the same text has gone to many
   */
  static Set<Signal> inMessage(String text, boolean many, Collection<String> words) {
    Set<Signal> found = EnumSet.noneOf(Signal.class);
    for (TextSignal signal : TextSignals.find(text, words)) {
      if (many || signal == TextSignal.WORD) {
        found.add(Signal.of(signal));
      }
    }
    if (many) {
      found.add(Signal.SAME_TEXT);
    }
    return found;
  }

  private static void look(
      SignalFound found,
      String place,
      @Nullable String text,
      @Nullable String host,
      Collection<String> words) {
    if (text == null) {
      return;
    }
    String looked = host == null ? text : without(text, host);
    found.add(
        place,
        TextSignals.find(looked, words).stream().map(Signal::of).collect(Collectors.toSet()),
        text);
  }

  /** The text without addresses of the authority's own pages: its website is shown anyway. */
  private static String without(String text, String host) {
    return Pattern.compile(
            "(?<![\\p{L}\\d.@-])(?:https?://)?(?:www\\.)?"
                + Pattern.quote(host)
                + "(?![\\p{L}\\d-]|\\.\\p{L})(?:/\\S*)?",
            Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .replaceAll(" ");
  }

  private static String name(ProfileContent content) {
    String official = content.officialName() == null ? "" : content.officialName();
    return Stream.concat(Stream.of(official), content.nameForms().stream())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
