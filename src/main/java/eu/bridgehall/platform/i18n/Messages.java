package eu.bridgehall.platform.i18n;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.platform.CannotStart;
import eu.bridgehall.platform.start.Written;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The texts that people read, by key and language, as ICU message patterns with named arguments.
 * English stands in {@code i18n/messages.properties}, every other language in one file more.
 */
@Singleton
public class Messages {
  private static final String ENGLISH = "en";
  private final Properties english = load("i18n/messages.properties");
  private final Map<String, Properties> texts = new LinkedHashMap<>();
  // a format is dear to make and for one thread at a time: those that are not in use wait here
  private final Map<Pattern, Queue<MessageFormat>> formats = new ConcurrentHashMap<>();

  /** A pattern in the language whose numbers and plurals it is written with. */
  private record Pattern(Locale language, String text) {}

  Messages(
      @Written(pattern = "[a-z]{2,3}", as = "languages (ISO 639-1) with commas, such as en,fr,uk")
          @Property(name = "bridgehall.languages", defaultValue = "en,fr,uk,de")
          List<String> languages) {
    texts.put(ENGLISH, english);
    for (String language : languages) {
      if (!ENGLISH.equals(language)) {
        if (Messages.class.getClassLoader().getResource(file(language)) == null) {
          throw new CannotStart(
              "The setting bridgehall.languages names \""
                  + language
                  + "\", and there is no message file "
                  + file(language)
                  + ": the product comes with en, fr, uk and de.");
        }
        texts.put(language, load(file(language)));
      }
    }
  }

  /** English alone, for commands that start nothing. */
  public static Messages inEnglish() {
    return new Messages(List.of(ENGLISH));
  }

  /** The languages of the interface, English first (ISO 639-1). */
  public List<Locale> languages() {
    return texts.keySet().stream().map(Locale::of).toList();
  }

  /** Of the languages asked for, best first, the first that the interface has; else English. */
  public Locale best(List<Locale> wanted) {
    return wanted.stream()
        .filter(l -> texts.containsKey(l.getLanguage()))
        .findFirst()
        .map(l -> Locale.of(l.getLanguage()))
        .orElse(Locale.ENGLISH);
  }

  /** The best language for an Accept-Language header (RFC 9110); English where it names none. */
  public Locale fromAcceptLanguage(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return Locale.ENGLISH;
    }
    try {
      return best(
          Locale.LanguageRange.parse(header).stream()
              .filter(r -> r.getWeight() > 0)
              .map(r -> Locale.forLanguageTag(r.getRange()))
              .toList());
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH; // a header that is none asks for nothing
    }
  }

  /** The text of the key, without arguments. */
  public String text(Locale language, String key) {
    return text(language, key, Map.of());
  }

  /**
   * The text of the key with its arguments filled in.
   *
   * @throws IllegalArgumentException where no file has the key
   */
  public String text(Locale language, String key, Map<String, ?> arguments) {
    Properties own = texts.getOrDefault(language.getLanguage(), english);
    String pattern = own.getProperty(key, english.getProperty(key));
    if (pattern == null) {
      throw new IllegalArgumentException("No text for the key " + key);
    }
    if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
      return pattern;
    }
    Queue<MessageFormat> free =
        formats.computeIfAbsent(new Pattern(language, pattern), p -> new ConcurrentLinkedQueue<>());
    MessageFormat polled = free.poll();
    MessageFormat format =
        polled == null ? new MessageFormat(pattern, ULocale.forLocale(language)) : polled;
    String text = format.format(new LinkedHashMap<>(arguments));
    free.add(format);
    return text;
  }

  /** Whether there is a text of that key. */
  public boolean has(String key) {
    return english.containsKey(key);
  }

  private static String file(String language) {
    return "i18n/messages_" + language + ".properties";
  }

  private static Properties load(String resource) {
    try (InputStream in = Messages.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("No such message file: " + resource);
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
