package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.start.Written;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * The terms of use, the privacy notice and the moderation rules in all their versions. Each is a
 * file of its own per language ({@code legal/terms-1.en.md}); {@code legal/versions.tsv} says which
 * there are and from which day each applies. A version is never changed: another one is added.
 */
@Singleton
public class LegalTexts {
  private static final String FOLDER = "legal/";
  private static final Pattern NUMBERED = Pattern.compile("(R\\d+) .*");

  private final List<LegalText> versions;
  private final String operator;
  private final String contact;
  private final Parser parser = Parser.builder().build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .attributeProviderFactory(
              context ->
                  (node, tag, attributes) -> anchor(node).ifPresent(id -> attributes.put("id", id)))
          .build();

  LegalTexts(
      @Property(name = "bridgehall.legal.operator", defaultValue = "Bridgehall") String operator,
      @Written(pattern = "[^@\\s]+@[^@\\s]+", as = "an address such as name@secretariat.example")
          @Property(
              name = "bridgehall.legal.contact",
              defaultValue = "secretariat@bridgehall.example")
          String contact) {
    this.operator = operator;
    this.contact = contact;
    this.versions =
        read("versions.tsv")
            .orElseThrow()
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(LegalTexts::version)
            .sorted(Comparator.comparingInt(LegalText::version).reversed())
            .toList();
  }

  /** The address for questions and for reports without an account. */
  public String contact() {
    return contact;
  }

  /** The versions of a document that apply by now or will, the newest first. */
  public List<LegalText> list(LegalDocument document) {
    return versions.stream().filter(v -> v.document() == document).toList();
  }

  /** The newest version of each document. */
  public List<LegalText> current() {
    List<LegalText> current = new ArrayList<>();
    for (LegalDocument document : LegalDocument.values()) {
      current.add(list(document).getFirst());
    }
    return current;
  }

  /**
   * A version of a document; the newest where none is named.
   *
   * @throws DomainException.NotFound where there is no such version
   */
  public LegalText get(LegalDocument document, @Nullable Integer number) {
    return list(document).stream()
        .filter(v -> number == null || v.version() == number)
        .findFirst()
        .orElseThrow(() -> new DomainException.NotFound("legal.versionNotFound"));
  }

  /** The language in which a version can be read: the one asked for, or English. */
  public Locale language(LegalText text, Locale wanted) {
    return LegalTexts.class.getClassLoader().getResource(FOLDER + file(text, wanted)) == null
        ? Locale.ENGLISH
        : wanted;
  }

  /** A version as HTML that may stand in a page as it is. */
  public String html(LegalText text, Locale language) {
    String source =
        read(file(text, language(text, language)))
            .orElseThrow()
            .replace("{operator}", plain(operator))
            .replace("{contact}", "[" + plain(contact) + "](<mailto:" + plain(contact) + ">)");
    return renderer.render(parser.parse(source));
  }

  /** Nothing of a setting is taken for a mark of the text's own. */
  private static String plain(String setting) {
    return setting.replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
  }

  /** A numbered section is found by its number. */
  private static Optional<String> anchor(Node node) {
    if (node instanceof Heading heading && heading.getFirstChild() instanceof Text text) {
      Matcher numbered = NUMBERED.matcher(text.getLiteral());
      return numbered.matches()
          ? Optional.of(numbered.group(1).toLowerCase(Locale.ROOT))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static String file(LegalText text, Locale language) {
    return text.document().id() + "-" + text.version() + "." + language.getLanguage() + ".md";
  }

  private static LegalText version(String line) {
    String[] fields = line.split("\t", -1);
    return new LegalText(
        LegalDocument.valueOf(fields[0].toUpperCase(Locale.ROOT)),
        Integer.parseInt(fields[1]),
        LocalDate.parse(fields[2]));
  }

  private static Optional<String> read(String file) {
    try (InputStream in = LegalTexts.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
