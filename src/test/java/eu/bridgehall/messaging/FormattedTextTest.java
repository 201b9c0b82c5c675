package eu.bridgehall.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that somebody types comes out as more than the few tags that there are. */
class FormattedTextTest {
  private static final Pattern ALLOWED =
      Pattern.compile(
          "</?(?:p|strong|em|ul|li|blockquote)>|<ol(?: start=\"\\d+\")?>|</ol>|<br ?/?>|</a>"
              + "|<a href=\"(?:https?|mailto):[^\"<>]*\" rel=\"nofollow noopener noreferrer\">",
          Pattern.CASE_INSENSITIVE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "**bold** and *italics* | <p><strong>bold</strong> and <em>italics</em></p>",
        "> a quote | <blockquote>\\n<p>a quote</p>\\n</blockquote>",
        "- one\\n- two | <ul>\\n<li>one</li>\\n<li>two</li>\\n</ul>",
        "one\\ntwo | <p>one<br>\\ntwo</p>",
        "# no heading | <p># no heading</p>",
        "a `b` c | <p>a b c</p>",
        "![a picture](https://x.example/p.png) | <p>a picture</p>",
        "<b>no</b> & so | <p>&lt;b&gt;no&lt;/b&gt; &amp; so</p>",
        "[here](javascript:alert(1)) | <p>here</p>",
        "[here](/sign-out) | <p>here</p>",
        "[here](//x.example) | <p>here</p>",
      })
  void whatIsTypedIsWrittenAs(String text, String html) {
    assertEquals(html.replace("\\n", "\n"), FormattedText.html(text.replace("\\n", "\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://x.example/a?b=c&d=e", "<https://x.example>", "[x](HTTPS://x.example)"})
  void addressesBecomeLinksThatPassNothingOn(String text) {
    String html = FormattedText.html(text);
    assertTrue(html.contains("rel=\"nofollow noopener noreferrer\""), html);
    assertOnlyAllowed(html);
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "*a ", "[", "![", "**a "})
  void whatIsNestedWithoutEndIsWrittenPlainly(String opening) {
    assertOnlyAllowed(FormattedText.html(opening.repeat(10_000 / opening.length())));
  }

  @Property(tries = 2000)
  void nothingButTheAllowedTagsComesOut(@ForAll("texts") String text) {
    assertOnlyAllowed(FormattedText.html(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "<script>",
            "<img src=x onerror=y>",
            "javascript:",
            "[",
            "](",
            ")",
            "![",
            "*",
            "**",
            "_",
            "`",
            "```",
            ">",
            "- ",
            "1. ",
            "\n",
            "    ",
            "#",
            "<",
            "&lt;",
            "&#60;",
            "\"",
            "'",
            "a",
            "https://x.example/",
            "data:text/html,",
            "<a href=\"x\">",
            "\\",
            " ",
            "---",
            "<!--",
            "-->",
            "<?",
            "é")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  private static void assertOnlyAllowed(String html) {
    String rest = ALLOWED.matcher(html).replaceAll("");
    assertTrue(rest.indexOf('<') < 0 && rest.indexOf('>') < 0, html);
  }
}
