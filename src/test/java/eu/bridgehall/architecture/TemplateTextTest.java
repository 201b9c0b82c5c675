package eu.bridgehall.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read in a page comes from the message files; a template has none of its own. */
class TemplateTextTest {
  /** The product's name, and what is written alike in every language. */
  private static final Set<String> SAME_EVERYWHERE = Set.of("Bridgehall", "km", "×");

  private static final Pattern READ_ALOUD =
      Pattern.compile("\\b(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"");
  private static final Pattern DIRECTIVE =
      Pattern.compile("^\\s*@(?:import|param)\\b.*$", Pattern.MULTILINE);
  private static final Pattern COMMENT = Pattern.compile("<%--.*?--%>", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’-]*");
  private static final Pattern CALL =
      Pattern.compile(
          "@(?:template(?:\\.[A-Za-z_-]+)+|if|elseif|for)(?=\\()|[$!](?:unsafe)?(?=\\{)");
  private static final Pattern KEYWORD = Pattern.compile("@(?:else|endif|endfor|raw|endraw)\\b");
  private static final Pattern TAG = Pattern.compile("<[!/]?[a-zA-Z](?:\"[^\"]*\"|[^>\"])*>");

  @Test
  void noTemplateHasTextOfItsOwn() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
      for (Path template : templates.filter(f -> f.toString().endsWith(".jte")).toList()) {
        words(Files.readString(template)).forEach(w -> found.add(template + ": " + w));
      }
    }
    assertEquals(List.of(), found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Hello</p> | [Hello]",
        "<p class=\"lead\">${page.text(\"a.b\")}</p> | []",
        "@if(x.y(1) && \"a)\".isEmpty())Yes@else<b>${z}</b>@endif | [Yes]",
        "<img alt=\"A town\" src=\"x.png\"> | [A, town]",
        "<a title=\"${page.text(\"a\")}\" href=\"/x?y=z\">×</a> | []",
        "@template.part.field(page = page, label = page.text(\"a\")) | []",
      })
  void whatIsWrittenIntoATemplateIsSeen(String template, String words) {
    assertEquals(words, words(template).toString());
  }

  private static List<String> words(String template) {
    String code = COMMENT.matcher(template).replaceAll(" ");
    code = without(DIRECTIVE.matcher(code).replaceAll(" "));
    StringBuilder read = new StringBuilder();
    READ_ALOUD.matcher(code).results().forEach(r -> read.append(r.group(1)).append(' '));
    read.append(KEYWORD.matcher(TAG.matcher(code).replaceAll(" ")).replaceAll(" "));
    return WORD.matcher(read.toString().replaceAll("&[a-z]+;", " "))
        .results()
        .map(r -> r.group())
        .filter(w -> !SAME_EVERYWHERE.contains(w))
        .toList();
  }

  /** The template without its calls, conditions and values, whatever brackets are in them. */
  private static String without(String code) {
    StringBuilder rest = new StringBuilder();
    Matcher call = CALL.matcher(code);
    int at = 0;
    while (call.find(at)) {
      rest.append(code, at, call.start());
      at = end(code, call.end());
    }
    return rest.append(code.substring(at)).toString();
  }

  /** Where the bracket that opens here is closed again; quoted ones do not count. */
  private static int end(String code, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"' && code.charAt(i - 1) != '\\') {
        quoted = !quoted;
      } else if (!quoted && (c == '(' || c == '{')) {
        depth++;
      } else if (!quoted && (c == ')' || c == '}') && --depth == 0) {
        return i + 1;
      }
    }
    return code.length();
  }
}
