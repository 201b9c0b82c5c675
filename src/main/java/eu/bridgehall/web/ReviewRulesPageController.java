package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.partnerships.ReviewRuleBook;
import eu.bridgehall.partnerships.ReviewRules;
import eu.bridgehall.partnerships.ReviewRulesRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Which introductions are reviewed before they are sent; for the secretariat. */
@Hidden
@Controller(Addresses.REVIEW_RULES)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ReviewRulesPageController {
  private static final String WORDS = "words-";

  private final Pages pages;
  private final ReviewRuleBook rules;
  private final OptionLists options;
  private final Messages messages;

  ReviewRulesPageController(
      Pages pages, ReviewRuleBook rules, OptionLists options, Messages messages) {
    this.pages = pages;
    this.rules = rules;
    this.options = options;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, Locale language) {
    ReviewRules now = rules.get(actor);
    ReviewRulesView view =
        new ReviewRulesView(
            now.version(),
            now.all(),
            now.first(),
            now.flagged(),
            now.moreOpenThan() == null ? "" : String.valueOf(now.moreOpenThan()),
            options.countries(language),
            now.countries(),
            words(l -> String.join("\n", now.words().getOrDefault(l, List.of()))),
            now.changedAt(),
            FormErrors.NONE);
    return pages.page(request, actor, "review/rules", Map.of("view", view));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> save(
      HttpRequest<?> request, Actor actor, Locale language, @Body String body) {
    Sent sent = Sent.of(body);
    try {
      rules.save(actor, sent.version(), request(sent));
      return Pages.to(Addresses.REVIEW_RULES, "review-rules");
    } catch (DomainException.Invalid | DomainException.Stale refusal) {
      ReviewRules now = rules.get(actor);
      ReviewRulesView view =
          new ReviewRulesView(
              sent.version(),
              sent.has("all"),
              sent.has("first"),
              sent.has("flagged"),
              sent.one("moreOpenThan"),
              options.countries(language),
              sent.ticked("countries"),
              words(l -> sent.one(WORDS + l)),
              now.changedAt(),
              FormErrors.of(refusal, messages, language)
                  .named(field -> field.replace("words.", WORDS), f -> 0, f -> Optional.empty()));
      return pages.page(
          request, actor, ProblemFactory.status(refusal), "review/rules", Map.of("view", view));
    }
  }

  private ReviewRulesRequest request(Sent sent) {
    Map<String, List<String>> words = new TreeMap<>();
    for (Locale language : messages.languages()) {
      List<String> typed =
          sent.one(WORDS + language.getLanguage()).lines().filter(l -> !l.isBlank()).toList();
      if (!typed.isEmpty()) {
        words.put(language.getLanguage(), typed);
      }
    }
    return new ReviewRulesRequest(
        sent.has("all"),
        sent.ticked("countries"),
        sent.has("first"),
        sent.has("flagged"),
        number(sent.one("moreOpenThan")),
        words);
  }

  private List<ReviewRulesView.Words> words(UnaryOperator<String> text) {
    return messages.languages().stream()
        .map(
            l ->
                new ReviewRulesView.Words(
                    l.getLanguage(), l.getDisplayLanguage(l), text.apply(l.getLanguage())))
        .toList();
  }

  /** Null for nothing; what is no number is one that nothing allows. */
  private static @Nullable Integer number(String typed) {
    if (typed.isEmpty()) {
      return null;
    }
    return typed.matches("\\d{1,6}") ? Integer.valueOf(typed) : Integer.valueOf(-1);
  }
}
