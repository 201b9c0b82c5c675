package eu.bridgehall.messaging;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Writes the text of a message as HTML. It is kept as it was typed and made HTML of whenever it is
 * read. What can come out is a closed list: paragraphs, line breaks, bold, italics, lists, quotes,
 * and links to {@code http}, {@code https} and {@code mailto}. Everything else a person can type,
 * HTML above all, comes out as the characters that it is made of.
 */
public final class FormattedText {
  /** Nobody nests as deep by hand, and a renderer that calls itself must end. */
  private static final int DEEPEST = 40;

  private static final int EXCERPT = 200;

  private static final Pattern LINE_END = Pattern.compile("\n");

  /** Finds no addresses: to do that it would call itself once for each level. */
  private static final Parser MEASURING = parser().build();

  private static final Parser PARSER =
      parser().extensions(List.of(AutolinkExtension.create())).build();

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .softbreak("<br>\n")
          .nodeRendererFactory(PlainOrLink::new)
          .build();

  private static final HtmlRenderer PLAIN =
      HtmlRenderer.builder().escapeHtml(true).softbreak("<br>\n").build();

  private FormattedText() {}

  /** The text as HTML that may stand in a page as it is. */
  public static String html(String text) {
    return isTooDeep(MEASURING.parse(text))
        ? lines(text)
        : RENDERER.render(PARSER.parse(text)).strip();
  }

  /** The beginning of the text in one line, without the signs of its formatting. */
  static String excerpt(String text) {
    String plain = plain(text);
    return plain.codePointCount(0, plain.length()) <= EXCERPT
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, EXCERPT)) + "…";
  }

  private static String plain(String text) {
    Node document = MEASURING.parse(text);
    if (isTooDeep(document)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text words) {
            plain.append(words.getLiteral());
          }

          @Override
          public void visit(Code words) {
            plain.append(words.getLiteral());
          }

          @Override
          public void visit(HtmlInline typed) {
            plain.append(typed.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak end) {
            plain.append(' ');
          }

          @Override
          public void visit(HardLineBreak end) {
            plain.append(' ');
          }

          @Override
          public void visit(Paragraph paragraph) {
            plain.append(plain.isEmpty() ? "" : " ");
            visitChildren(paragraph);
          }
        });
    return plain.toString().strip();
  }

  private static Parser.Builder parser() {
    return Parser.builder().enabledBlockTypes(Set.of(BlockQuote.class, ListBlock.class));
  }

  private static boolean isTooDeep(Node document) {
    int depth = 0;
    Node node = document;
    while (node != null && depth <= DEEPEST) {
      Node next = node.getFirstChild();
      if (next != null) {
        depth++;
      } else {
        while (node != null && node.getNext() == null) {
          node = node.getParent();
          depth--;
        }
        next = node == null ? null : node.getNext();
      }
      node = next;
    }
    return depth > DEEPEST;
  }

  /** The text without any formatting, its lines kept. */
  private static String lines(String text) {
    return "<p>"
        + String.join(
            "<br>\n",
            LINE_END.splitAsStream(text).map(line -> PLAIN.render(new Text(line))).toList())
        + "</p>";
  }
}
