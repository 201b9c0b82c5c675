package eu.bridgehall.messaging;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders links that lead where they may, and nothing but the words of other links, of pictures and
 * of code.
 */
final class PlainOrLink implements NodeRenderer {
  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;

  PlainOrLink(HtmlNodeRendererContext context) {
    this.context = context;
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Link.class, Image.class, Code.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case Code code -> html.text(code.getLiteral());
      case Link link when leadsOut(link.getDestination()) -> link(link);
      default -> children(node);
    }
  }

  private void link(Link link) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("href", context.encodeUrl(link.getDestination()));
    attributes.put("rel", "nofollow noopener noreferrer");
    html.tag("a", attributes);
    children(link);
    html.tag("/a");
  }

  private void children(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
  }

  private static boolean leadsOut(String address) {
    int colon = address.indexOf(':');
    return colon > 0 && SCHEMES.contains(address.substring(0, colon).toLowerCase(Locale.ROOT));
  }
}
