package eu.bridgehall.notifications;

import eu.bridgehall.accounts.LinkKind;
import eu.bridgehall.accounts.LinkTokens;
import eu.bridgehall.platform.SiteAddress;
import eu.bridgehall.platform.i18n.Messages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a mail in the reader's language, as plain text and as HTML. The token of its link is made
 * here and is nowhere else but in the mail itself. It stands behind a {@code #}, which browsers
 * send to no server, so that no log and no other site gets to know it.
 */
@Singleton
class MailRenderer {
  private static final Pattern PARAGRAPH = Pattern.compile("\n\n");
  private static final Pattern LINE_END = Pattern.compile("[\r\n]+");

  private static final String CHOICES = "/account#notices";

  private final Messages messages;
  private final LinkTokens tokens;
  private final String baseUrl;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  MailRenderer(Messages messages, LinkTokens tokens, SiteAddress site) {
    this.messages = messages;
    this.tokens = tokens;
    baseUrl = site.text();
  }

  /** Writes a mail that nobody can switch off. */
  @Transactional
  RenderedMail render(NewMail mail) {
    return render(mail, List.of(), 0, null);
  }

  /**
   * Writes it; a token that is made for it is stored when the transaction ends.
   *
   * @param items what it lists
   * @param more how many more there are that it does not list
   * @param off how its reader switches such mails off; null where she cannot
   */
  @Transactional
  RenderedMail render(
      NewMail mail, List<MailItem> items, int more, RenderedMail.@Nullable Off off) {
    Locale language = Locale.of(mail.language());
    Map<String, Object> facts = new HashMap<>(mail.facts());
    facts.put("count", items.size() + more);
    MailLink link = mail.link();
    if (link != null && link.tokenKind() != null) {
      facts.put("hours", tokens.lifetime(link.tokenKind()).toHours());
    }
    String key = "mail." + mail.kind();
    String url = link == null ? null : url(link);
    MailPage page =
        new MailPage(
            mail.language(),
            line(messages.text(language, key + ".subject", facts)),
            List.of(PARAGRAPH.split(messages.text(language, key + ".body", facts))),
            items,
            more == 0 ? null : messages.text(language, key + ".more", Map.of("count", more)),
            link == null ? null : messages.text(language, key + ".action", facts),
            url,
            messages.text(language, "mail.footer", Map.of("site", baseUrl)),
            off == null ? List.of() : ways(language, off));
    StringOutput html = new StringOutput();
    templates.render("emails/mail.jte", page, html);
    String text = page.asText(n -> messages.text(language, "page.before", Map.of("name", n)));
    return new RenderedMail(page.subject(), text, html.toString(), url, off);
  }

  /** The text as one line. */
  static String line(String text) {
    return LINE_END.matcher(text).replaceAll(" ");
  }

  private List<MailItem> ways(Locale language, RenderedMail.Off off) {
    return List.of(
        new MailItem(messages.text(language, "mail.footer.choose"), baseUrl + CHOICES),
        new MailItem(messages.text(language, "mail.footer.off"), off.url()));
  }

  private String url(MailLink link) {
    LinkKind kind = link.tokenKind();
    UUID subject = link.tokenSubject();
    String page = baseUrl + link.path();
    return kind == null || subject == null ? page : page + "#token=" + tokens.issue(kind, subject);
  }
}
