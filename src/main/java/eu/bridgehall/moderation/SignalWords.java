package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.partnerships.ReviewRuleBook;
import eu.bridgehall.platform.i18n.Messages;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The words, and beginnings of words, that are signals: for each language of the interface those of
 * its file {@code moderation/words_xx.txt}, and those that the secretariat has set with the rules
 * of the review.
 */
@Singleton
class SignalWords {
  private final List<String> listed;
  private final ReviewRuleBook rules;

  SignalWords(Messages messages, ReviewRuleBook rules) {
    this.listed = messages.languages().stream().flatMap(l -> read(l).stream()).distinct().toList();
    this.rules = rules;
  }

  /** Those of all languages: a text may be in another one than it says. */
  Collection<String> all() {
    List<String> all = new ArrayList<>(listed);
    rules.get(Actor.service()).words().values().forEach(all::addAll);
    return all;
  }

  /** One in each line; a line that begins with # is a remark. */
  private static List<String> read(Locale language) {
    String name = "moderation/words_" + language.getLanguage() + ".txt";
    try (InputStream file = SignalWords.class.getClassLoader().getResourceAsStream(name)) {
      if (file == null) {
        return List.of(); // a language of the interface need not have one
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
