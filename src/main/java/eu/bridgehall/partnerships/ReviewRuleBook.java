package eu.bridgehall.partnerships;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.partnerships.model.ReviewCause;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.TextSignal;
import eu.bridgehall.platform.TextSignals;
import eu.bridgehall.reference.Countries;
import eu.bridgehall.reference.Languages;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the review that the secretariat sets, and what they say of an introduction. Until
 * somebody changes them they are those of the installation's settings.
 */
@Singleton
public class ReviewRuleBook {
  private static final int MOST_OPEN = 1000;
  private static final int MOST_WORDS = 100;
  private static final int LONGEST_WORD = 60;

  private final ReviewRulesRepository rules;
  private final IntroductionPast past;
  private final IntroductionSettings settings;
  private final Organisations organisations;
  private final Countries countries;
  private final Languages languages;
  private final AuditLog audit;
  private final Clock clock;

  ReviewRuleBook(
      ReviewRulesRepository rules,
      IntroductionPast past,
      IntroductionSettings settings,
      Organisations organisations,
      Countries countries,
      Languages languages,
      AuditLog audit,
      Clock clock) {
    this.rules = rules;
    this.past = past;
    this.settings = settings;
    this.organisations = organisations;
    this.countries = countries;
    this.languages = languages;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The rules, for the secretariat.
   *
   * @throws DomainException.Forbidden for everybody else
   */
  @Transactional
  public ReviewRules get(Actor actor) {
    require(actor);
    return current();
  }

  /**
   * Makes these the rules for what is asked for from now on.
   *
   * @param version the version that the person has read
   * @throws DomainException.Forbidden for everybody but the secretariat
   * @throws DomainException.Invalid with each field that is wrong
   * @throws DomainException.Stale where somebody was faster
   */
  @Transactional
  public ReviewRules save(Actor actor, long version, ReviewRulesRequest request) {
    require(actor);
    ReviewRules before = current();
    ReviewRules next = checked(version, request);
    if (!rules.update(next, actor.person(), clock.instant())) {
      throw new DomainException.Stale();
    }
    Map<String, Object> details = new HashMap<>();
    details.put("before", shown(before));
    details.put("after", shown(next));
    audit.record(actor, "reviewRules.save", organisations.secretariat().id(), details);
    return current();
  }

  /**
   * Why an introduction that is asked for now has to be let through; empty where it goes straight
   * on.
   *
   * <p>What the secretariat sets does not take away that the next one waits after one to the same
   * authority was not let through: a review that is over at the second try would be none.
   *
   * @param person who asks, for the authority
   * @param from the authority
   * @param country of the authority
   */
  Set<ReviewCause> reasons(UUID person, UUID from, UUID to, String country, String text) {
    ReviewRules now = current();
    EnumSet<ReviewCause> reasons = EnumSet.noneOf(ReviewCause.class);
    if (now.all()) {
      reasons.add(ReviewCause.ALL);
    }
    if (now.countries().contains(country)) {
      reasons.add(ReviewCause.COUNTRY);
    }
    if (now.first() && past.isFirst(person, from)) {
      reasons.add(ReviewCause.FIRST);
    }
    if (past.isRejected(from, to)) {
      reasons.add(ReviewCause.REJECTED_BEFORE);
    }
    Integer most = now.moreOpenThan();
    if (most != null && past.countOpen(from) + 1 > most) {
      reasons.add(ReviewCause.MANY_OPEN);
    }
    if (now.flagged()) {
      List<String> words = now.words().values().stream().flatMap(Collection::stream).toList();
      TextSignals.find(text, words).stream().map(ReviewRuleBook::reason).forEach(reasons::add);
      if (past.hasSentOften(from, text)) {
        reasons.add(ReviewCause.SAME_TEXT);
      }
    }
    return reasons;
  }

  /** What a signal in the text means here. */
  private static ReviewCause reason(TextSignal signal) {
    return switch (signal) {
      case LINK -> ReviewCause.LINK;
      case EMAIL -> ReviewCause.EMAIL;
      case PHONE -> ReviewCause.PHONE;
      case WORD -> ReviewCause.WORD;
    };
  }

  private ReviewRules current() {
    ReviewRules stored =
        rules
            .find()
            .orElseGet(
                () -> {
                  rules.addFirst(installed(1));
                  return rules.find().orElseThrow();
                });
    return stored.changedAt() == null ? installed(stored.version()) : stored;
  }

  /** The rules while nobody has set any: those of the settings, as they are now. */
  private ReviewRules installed(long version) {
    return new ReviewRules(
        version,
        settings.review() == ReviewRule.ALL,
        settings.reviewCountries(),
        false,
        false,
        null,
        Map.of(),
        null);
  }

  private ReviewRules checked(long version, ReviewRulesRequest sent) {
    FieldChecks checks = new FieldChecks();
    List<String> named = sent.countries() == null ? List.of() : sent.countries();
    for (int i = 0; i < named.size(); i++) {
      String code = named.get(i);
      checks.require(
          code != null && countries.find(code).isPresent(),
          "countries[" + i + "]",
          "error.unknownCountry");
    }
    Integer most = sent.moreOpenThan();
    if (most != null && (most < 0 || most > MOST_OPEN)) {
      checks.refuse("moreOpenThan", "reviewRules.moreOpenThan.range", Map.of("max", MOST_OPEN));
    }
    Map<String, List<String>> words = words(checks, sent.words());
    checks.done();
    return new ReviewRules(
        version,
        Boolean.TRUE.equals(sent.all()),
        named.stream().distinct().sorted().toList(),
        Boolean.TRUE.equals(sent.first()),
        Boolean.TRUE.equals(sent.flagged()),
        most,
        words,
        null);
  }

  private Map<String, List<String>> words(
      FieldChecks checks, @Nullable Map<String, List<String>> sent) {
    Map<String, List<String>> words = new TreeMap<>();
    if (sent == null) {
      return words;
    }
    sent.forEach(
        (language, list) -> {
          String field = "words." + language;
          checks.require(languages.find(language).isPresent(), field, "error.unknownLanguage");
          if (list == null) {
            checks.refuse(field, "error.text.missing");
            return;
          }
          if (list.size() > MOST_WORDS) {
            checks.refuse(field, "introductions.choices.tooMany", Map.of("max", MOST_WORDS));
            return;
          }
          List<String> kept = new ArrayList<>();
          for (String word : list) {
            kept.add(checks.line(field, word, LONGEST_WORD));
          }
          if (!kept.isEmpty()) {
            words.put(language, kept.stream().distinct().toList());
          }
        });
    return words;
  }

  /** The rules as the audit log keeps them. */
  private static Map<String, Object> shown(ReviewRules rules) {
    Map<String, Object> shown = new TreeMap<>();
    shown.put("all", rules.all());
    shown.put("countries", rules.countries());
    shown.put("first", rules.first());
    shown.put("flagged", rules.flagged());
    shown.put("moreOpenThan", rules.moreOpenThan() == null ? "" : rules.moreOpenThan());
    shown.put("words", rules.words());
    return shown;
  }

  private static void require(Actor actor) {
    if (!actor.isSecretariat()) {
      throw new DomainException.Forbidden("reviewRules.forbidden");
    }
  }
}
