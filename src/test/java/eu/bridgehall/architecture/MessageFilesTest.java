package eu.bridgehall.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text that people read is there in every language, and fits where it is used. */
class MessageFilesTest {
  private static final Path FOLDER = Path.of("src/main/resources/i18n");
  private static final Pattern KEY = Pattern.compile("^([^#!\\s][^=]*?)\\s*=", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {"fr", "uk", "de"})
  void aLanguageHasTheKeysOfEnglishAndNoOthers(String language) throws IOException {
    assertEquals(
        new TreeSet<>(load("messages.properties").stringPropertyNames()),
        new TreeSet<>(load("messages_" + language + ".properties").stringPropertyNames()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_fr", "_uk", "_de"})
  void noKeyStandsTwiceAndEveryPatternTakesTheArgumentsOfEnglish(String suffix) throws IOException {
    Properties english = load("messages.properties");
    Properties texts = load("messages" + suffix + ".properties");
    List<String> wrong = new ArrayList<>();
    for (String key : texts.stringPropertyNames()) {
      Set<String> wanted = arguments(english.getProperty(key, ""));
      if (!arguments(texts.getProperty(key)).equals(wanted)) {
        wrong.add(key + " must take " + wanted);
      }
    }
    assertEquals(List.of(), wrong);
    Matcher keys =
        KEY.matcher(Files.readString(FOLDER.resolve("messages" + suffix + ".properties")));
    Set<String> seen = new TreeSet<>();
    while (keys.find()) {
      assertTrue(seen.add(keys.group(1)), () -> keys.group(1) + " stands twice");
    }
  }

  @Test
  void aPluralInUkrainianHasItsFourForms() throws IOException {
    Properties texts = load("messages_uk.properties");
    List<String> wrong = new ArrayList<>();
    for (String key : texts.stringPropertyNames()) {
      String text = texts.getProperty(key);
      if (text.contains(", plural,")
          && !Stream.of("one {", "few {", "many {", "other {").allMatch(text::contains)) {
        wrong.add(key);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyKeyThatTheCodeNamesAsAnErrorHasItsText() throws IOException {
    Properties texts = load("messages.properties");
    Pattern used = Pattern.compile("\"(error\\.[a-zA-Z0-9.]*[a-zA-Z0-9])\"");
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher keys = used.matcher(Files.readString(source));
        while (keys.find()) {
          if (!texts.containsKey(keys.group(1))) {
            missing.add(source.getFileName() + ": " + keys.group(1));
          }
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyTextIsUsedAndEveryTextThatIsUsedIsThere() throws IOException {
    Set<String> keys = load("messages.properties").stringPropertyNames();
    MessageUse use = MessageUse.ofSources();
    assertEquals(List.of(), keys.stream().filter(k -> !use.uses(k)).sorted().toList());
    assertEquals(List.of(), use.asked().stream().filter(k -> !keys.contains(k)).sorted().toList());
  }

  @Test
  void aTextThatNobodyUsesIsSeen() throws IOException {
    MessageUse use = MessageUse.ofSources();
    assertEquals(
        List.of(false, false, true, true),
        Stream.of("find.nobodyUsesThis", "mail.neverSent.subject", "find.results", "notice.sign-up")
            .map(use::uses)
            .toList());
  }

  private static Set<String> arguments(String pattern) {
    return new TreeSet<>(new MessageFormat(pattern, ULocale.ENGLISH).getArgumentNames());
  }

  private static Properties load(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
      properties.load(reader);
    }
    return properties;
  }
}
