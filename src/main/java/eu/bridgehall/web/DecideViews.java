package eu.bridgehall.web;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.messaging.Party;
import eu.bridgehall.moderation.ConcernedLanguages;
import eu.bridgehall.moderation.model.DecisionKind;
import eu.bridgehall.moderation.model.DecisionReason;
import eu.bridgehall.moderation.model.ModerationRule;
import eu.bridgehall.moderation.model.RestrictionScope;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.platform.i18n.Messages;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the form that decides offers, in the reader's language. */
@Singleton
class DecideViews {
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "kind", "moderation.decide.kind",
          "flag", "moderation.flag.found",
          "authority", "moderation.decide.side",
          "scope", "moderation.decide.scope",
          "days", "moderation.decide.days",
          "reason", "moderation.decide.reason",
          "rule", "moderation.decide.rule",
          "text", "moderation.decide.text");

  private final Messages messages;
  private final ConcernedLanguages languages;

  DecideViews(Messages messages, ConcernedLanguages languages) {
    this.messages = messages;
    this.languages = languages;
  }

  /**
   * The form for a thing of this kind.
   *
   * @param concerned people and authorities who will read what is typed
   */
  DecideView of(
      SubjectKind about,
      String action,
      Collection<Party> sides,
      Collection<UUID> concerned,
      DecideForm form,
      FormErrors errors,
      Locale reader) {
    return new DecideView(
        action,
        named("moderation.kind.", List.copyOf(DecisionKind.about(about)), reader),
        DecisionKind.about(about).contains(DecisionKind.RESTRICT)
            ? named("moderation.scope.", List.copyOf(RestrictionScope.about(about)), reader)
            : List.of(),
        named("moderation.reason.", Arrays.asList(DecisionReason.values()), reader),
        Arrays.stream(ModerationRule.values())
            .map(r -> new Option(r.id(), r.id() + " " + text("moderation.rule.", low(r), reader)))
            .toList(),
        sides.stream().map(p -> new Option(p.id().toString(), p.name())).toList(),
        languages.of(concerned).stream()
            .map(l -> l.getDisplayLanguage(reader))
            .collect(Collectors.joining(", ")),
        form,
        errors);
  }

  /** What is wrong with what was sent. */
  FormErrors errors(DomainException refusal, Locale reader) {
    return FormErrors.of(refusal, messages, reader).labelled(LABELS, messages, reader);
  }

  private List<Option> named(String key, List<? extends Coded> values, Locale reader) {
    return values.stream().map(v -> new Option(v.id(), text(key, v.id(), reader))).toList();
  }

  private String text(String key, String id, Locale reader) {
    return messages.text(reader, key + id);
  }

  private static String low(ModerationRule rule) {
    return rule.id().toLowerCase(Locale.ROOT);
  }
}
