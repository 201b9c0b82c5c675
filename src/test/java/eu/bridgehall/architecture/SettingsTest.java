package eu.bridgehall.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** docs/operations.md lists every setting of the product with the default that the code has. */
class SettingsTest {
  /** What is written in the table where there is no default. */
  private static final String NONE = "–";

  private static final Pattern PROPERTY =
      Pattern.compile(
          "@(?:Property|Value)\\(\\s*name = \"(bridgehall\\.[a-z0-9.-]+)\""
              + "(?:,\\s*defaultValue =\\s*\"([^\"]*)\")?\\s*\\)");
  private static final Pattern CONDITION =
      Pattern.compile("@Requires\\(\\s*property = \"(bridgehall\\.[a-z0-9.-]+)\"()");
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{(bridgehall\\.[a-z0-9.-]+)(?::([^}]*))?\\}");
  private static final Pattern GROUP =
      Pattern.compile("@ConfigurationProperties\\(\"(bridgehall\\.[a-z0-9.-]+)\"\\)");
  private static final Pattern COMPONENT =
      Pattern.compile(
          "(?:@Bindable\\(defaultValue =\\s*\"([^\"]*)\"\\)\\s*)?(?:@Nullable\\s+)?"
              + "[A-Za-z][A-Za-z<>.]*\\s+([a-z][A-Za-z]*)\\s*(?:,|$)");

  /** What a setting must be is not part of its name or default. */
  private static final Pattern RULE =
      Pattern.compile("@(?:Within|Written)\\((?:[^()\"]|\"[^\"]*\")*\\)");

  private static final Pattern ROW =
      Pattern.compile("^\\| `(bridgehall\\.[a-z0-9.-]+)` \\| ([^|]*) \\|", Pattern.MULTILINE);

  @Test
  void everySettingIsInTheTableWithItsDefault() throws IOException {
    assertEquals(lines(inCode()), lines(inTable()));
  }

  private static String lines(Map<String, String> settings) {
    StringBuilder lines = new StringBuilder();
    settings.forEach((name, value) -> lines.append(name).append(" = ").append(value).append('\n'));
    return lines.toString();
  }

  private static Map<String, String> inTable() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("docs/operations.md")));
    while (row.find()) {
      String cell = row.group(2).strip();
      rows.put(row.group(1), cell.equals(NONE) ? "" : cell.replace("`", ""));
    }
    return rows;
  }

  private static Map<String, String> inCode() throws IOException {
    Map<String, String> settings = new TreeMap<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        String text = RULE.matcher(Files.readString(source)).replaceAll("");
        add(settings, PROPERTY.matcher(text));
        add(settings, CONDITION.matcher(text));
        add(settings, PLACEHOLDER.matcher(text));
        Matcher group = GROUP.matcher(text);
        if (group.find()) {
          members(settings, group.group(1), text.substring(group.end()));
        }
      }
    }
    try (InputStream in = Files.newInputStream(Path.of("src/main/resources/application.yml"))) {
      Map<String, Object> yaml = new Yaml().load(in);
      flatten(settings, "bridgehall", Objects.requireNonNull(yaml.get("bridgehall")));
    }
    return settings;
  }

  private static void add(Map<String, String> settings, Matcher found) {
    while (found.find()) {
      String value = found.group(2) == null ? "" : found.group(2);
      settings.merge(found.group(1), value, (a, b) -> a.isEmpty() ? b : a);
    }
  }

  /** The components of the record that follows the annotation, in camel case, as kebab case. */
  private static void members(Map<String, String> settings, String group, String text) {
    int open = text.indexOf('(', text.indexOf(" record "));
    int depth = 1;
    int end = open + 1;
    while (depth > 0) {
      char c = text.charAt(end++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    Matcher members = COMPONENT.matcher(text.substring(open + 1, end - 1).strip());
    while (members.find()) {
      String name = members.group(2).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      settings.put(group + "." + name, members.group(1) == null ? "" : members.group(1));
    }
  }

  private static void flatten(Map<String, String> settings, String path, Object node) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> flatten(settings, path + "." + key, value));
    } else {
      settings.put(path, String.valueOf(node));
    }
  }
}
