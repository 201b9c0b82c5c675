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

  private final Messages messages;
  private final LinkTokens tokens;
  private final String baseUrl;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  MailRenderer(Messages messages, LinkTokens tokens, SiteAddress site) {
    this.messages = messages;
    this.tokens = tokens;
    baseUrl = site.text();
  }

  /** Writes it; a token that is made for it is stored when the transaction ends. */
  @Transactional
  RenderedMail render(NewMail mail) {
    Locale language = Locale.of(mail.language());
    Map<String, Object> facts = new HashMap<>(mail.facts());
    MailLink link = mail.link();
    if (link != null && link.tokenKind() != null) {
      facts.put("hours", tokens.lifetime(link.tokenKind()).toHours());
    }
    String key = "mail." + mail.kind();
    String subject =
        LINE_END.matcher(messages.text(language, key + ".subject", facts)).replaceAll(" ");
    List<String> paragraphs =
        List.of(PARAGRAPH.split(messages.text(language, key + ".body", facts)));
    String url = link == null ? null : url(link);
    String action = link == null ? null : messages.text(language, key + ".action", facts);
    String footer = messages.text(language, "mail.footer", Map.of("site", baseUrl));
    return new RenderedMail(
        subject,
        text(paragraphs, action, url, footer),
        html(mail.language(), subject, paragraphs, action, url, footer),
        url);
  }

  private String url(MailLink link) {
    LinkKind kind = link.tokenKind();
    UUID subject = link.tokenSubject();
    String page = baseUrl + link.path();
    return kind == null || subject == null ? page : page + "#token=" + tokens.issue(kind, subject);
  }

  private static String text(
      List<String> paragraphs, @Nullable String action, @Nullable String url, String footer) {
    StringBuilder text = new StringBuilder(String.join("\n\n", paragraphs));
    if (url != null) {
      text.append("\n\n").append(action).append(":\n").append(url);
    }
    return text.append("\n\n-- \n").append(footer).append('\n').toString();
  }

  private String html(
      String language,
      String subject,
      List<String> paragraphs,
      @Nullable String action,
      @Nullable String url,
      String footer) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("language", language);
    parameters.put("subject", subject);
    parameters.put("paragraphs", paragraphs);
    parameters.put("action", action);
    parameters.put("url", url);
    parameters.put("footer", footer);
    StringOutput output = new StringOutput();
    templates.render("emails/mail.jte", parameters, output);
    return output.toString();
  }
}
