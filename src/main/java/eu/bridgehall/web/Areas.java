package eu.bridgehall.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What those watch over who are of the secretariat or an association, in groups. */
final class Areas {
  private final UnaryOperator<String> texts;
  private final List<AreaGroup> groups = new ArrayList<>();

  private Areas(UnaryOperator<String> texts) {
    this.texts = texts;
  }

  /** The groups for a reader; empty for those who watch over nothing. */
  static List<AreaGroup> of(Reader reader, UnaryOperator<String> texts) {
    Areas areas = new Areas(texts);
    boolean secretariat = reader.actor().isSecretariat();
    if (reader.reviews()) {
      areas.add(
          "nav.queue",
          areas.entry(Addresses.MODERATION, "review.all"),
          areas.entry(Addresses.REVIEW, "nav.review"),
          areas.entry(Addresses.REVIEW_INTRODUCTIONS, "introductions.queue.heading"),
          areas.entry(Addresses.REVIEW_CLAIMS, "claims.review"),
          areas.entry(Addresses.REVIEW_OWNERSHIP, "members.ownership.queue"));
    }
    if (secretariat) {
      areas.add(
          "review.decisions",
          areas.entry(Addresses.REPORTS, "reports.heading"),
          areas.entry(Addresses.DECISIONS, "moderation.decisions"),
          areas.entry(Addresses.APPEALS, "moderation.appeals"),
          areas.entry(Addresses.ACCOUNTS, "moderation.accounts"));
      areas.add(
          "review.pairs",
          areas.entry(Addresses.PROPOSALS, "introductions.proposals.heading"),
          areas.entry(Addresses.FORBIDDEN_PAIRS, "forbiddenPairs.heading"),
          areas.entry(Addresses.REVIEW_RULES, "reviewRules.heading"));
    } else if (reader.reviews()) {
      areas.add(
          "introductions.proposals.heading",
          areas.entry(Addresses.PROPOSALS, "introductions.proposals.heading"));
    }
    if (reader.actor().isAdministrator()) {
      areas.add(
          "review.service",
          areas.entry(Addresses.PEOPLE, "people.heading"),
          areas.entry(Addresses.ASSOCIATIONS, "associations.heading"),
          areas.entry(Addresses.AUDIT, "audit.heading"),
          areas.entry(Addresses.DEAD_MAILS, "mails.heading"),
          areas.entry(Addresses.SECOND_FACTORS, "factorReset.heading"));
    }
    return areas.groups;
  }

  private void add(String key, Option... areas) {
    groups.add(new AreaGroup(texts.apply(key), List.of(areas)));
  }

  private Option entry(String address, String key) {
    return new Option(address, texts.apply(key));
  }
}
