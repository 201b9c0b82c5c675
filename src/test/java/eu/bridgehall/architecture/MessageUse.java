package eu.bridgehall.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which texts the sources use. A key is used where it stands as it is, or where it can be put
 * together: from a beginning that ends in a dot or hyphen and, after it, words that the sources
 * know: others of their literals, the ids of closed lists, those of the reference data, numbers.
 */
final class MessageUse {
  private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z0-9._-]+)\"");
  private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]*\\b");
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:\\.text\\((?:[a-z]+(?:\\(\\))?, )?|new"
              + " (?:DomainException\\.)?(?:NotFound|Conflict|Forbidden"
              + "|Unauthenticated|Stale|VersionMissing)\\(\\s*)\"([A-Za-z0-9-]+\\.[A-Za-z0-9.-]*[A-Za-z0-9])\"(?!"
              + " \\+)");

  /** What is kept of a person is labelled by the names of its fields. */
  private static final Pattern FIELD = Pattern.compile("\\b([a-z][A-Za-z]*)(?=[,)])");

  private static final String RECORDS = "implements PersonalRecords";

  private final Set<String> literals = new HashSet<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> asked = new TreeSet<>();

  private MessageUse() {}

  static MessageUse ofSources() throws IOException {
    MessageUse use = new MessageUse();
    for (Path source : files("src/main/java", ".java")) {
      use.add(Files.readString(source));
    }
    for (Path template : files("src/main/jte", ".jte")) {
      use.add(Files.readString(template));
    }
    for (Path list : files("src/main/resources/reference", ".tsv")) {
      Files.readAllLines(list).forEach(line -> use.words.add(line.split("\t", 2)[0]));
    }
    return use;
  }

  boolean uses(String key) {
    return literals.contains(key)
        || literals.stream()
            .filter(l -> l.endsWith(".") && l.length() > 3 && key.startsWith(l))
            .anyMatch(beginning -> known(key.substring(beginning.length())));
  }

  /** The keys that are asked for as they are. */
  Set<String> asked() {
    return asked;
  }

  private boolean known(String rest) {
    return words.contains(rest)
        || Arrays.stream(rest.split("\\.")).allMatch(w -> words.contains(w) || joined(w));
  }

  private boolean joined(String word) {
    return word.chars().allMatch(Character::isDigit)
        || literals.stream()
            .filter(l -> l.endsWith("-") && word.startsWith(l))
            .anyMatch(l -> words.contains(word.substring(l.length())));
  }

  private void add(String source) {
    LITERAL
        .matcher(source)
        .results()
        .map(r -> r.group(1))
        .forEach(
            literal -> {
              literals.add(literal);
              words.add(literal);
              words.addAll(List.of(literal.split("\\.")));
            });
    if (source.contains(RECORDS)) {
      FIELD.matcher(source).results().forEach(r -> words.add(r.group(1)));
    }
    CONSTANT.matcher(source).results().forEach(r -> addConstant(r.group()));
    Matcher asking = ASKED.matcher(source);
    while (asking.find()) {
      asked.add(asking.group(1));
    }
  }

  /** A constant as its id and as a name in camel case. */
  private void addConstant(String constant) {
    List<String> parts = List.of(constant.toLowerCase(Locale.ROOT).split("_"));
    words.add(String.join("-", parts));
    words.add(
        parts.getFirst()
            + parts.stream()
                .skip(1)
                .filter(p -> !p.isEmpty())
                .map(p -> Character.toUpperCase(p.charAt(0)) + p.substring(1))
                .collect(Collectors.joining()));
  }

  private static List<Path> files(String folder, String end) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(f -> f.toString().endsWith(end)).toList();
    }
  }
}
