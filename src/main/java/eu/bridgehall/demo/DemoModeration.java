package eu.bridgehall.demo;

import eu.bridgehall.accounts.Ownerships;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.messaging.ConversationStart;
import eu.bridgehall.messaging.PostMessage;
import eu.bridgehall.messaging.StartConversation;
import eu.bridgehall.moderation.Appeals;
import eu.bridgehall.moderation.AuthorityDecisions;
import eu.bridgehall.moderation.DecideRequest;
import eu.bridgehall.moderation.Decisions;
import eu.bridgehall.moderation.ReportRequest;
import eu.bridgehall.moderation.Reports;
import eu.bridgehall.moderation.TextRequest;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives the secretariat of the demonstration something to decide: a report, two hidden messages, an
 * appeal, a suspension that waits for a second moderator, a wish to own an authority; and a word
 * that the automatic signals find by themselves.
 */
@Singleton
class DemoModeration {
  private final ConversationStart start;
  private final ConversationService conversations;
  private final Reports reports;
  private final Decisions decisions;
  private final AuthorityDecisions authorityDecisions;
  private final Appeals appeals;
  private final Ownerships ownerships;

  DemoModeration(
      ConversationStart start,
      ConversationService conversations,
      Reports reports,
      Decisions decisions,
      AuthorityDecisions authorityDecisions,
      Appeals appeals,
      Ownerships ownerships) {
    this.start = start;
    this.conversations = conversations;
    this.reports = reports;
    this.decisions = decisions;
    this.authorityDecisions = authorityDecisions;
    this.appeals = appeals;
    this.ownerships = ownerships;
  }

  /**
   * Lets the officers write, report and appeal, and a moderator decide.
   *
   * @param deputy an editor who asks to be the owner of her authority
   */
  @Transactional
  void tell(Map<String, DemoOfficer> officers, DemoOfficer deputy, Actor moderator) {
    DemoOfficer kaunas = officer(officers, "kaunas");
    exchange(kaunas, officer(officers, "braga"), moderator);
    bikes(officer(officers, "gdansk"), kaunas, moderator);
    authorityDecisions.decide(
        moderator,
        officer(officers, "zaragoza").authority(),
        new DecideRequest(
            "suspend",
            null,
            "impersonation",
            "R1",
            "Two authorities tell us that their contact has left the town hall and that somebody"
                + " else answers in her name. Until the town hall has said who acts for it, the"
                + " authority should not take part.",
            30,
            null,
            null));
    ownerships.ask(
        deputy.actor(),
        deputy.authority(),
        "My colleague has retired. The head of the international office can confirm that I have"
            + " taken over from her.");
  }

  /** One message that is reported, and one whose hiding is appealed against. */
  private void exchange(DemoOfficer asks, DemoOfficer answers, Actor moderator) {
    UUID id =
        talk(
            asks,
            answers,
            "Pupils’ exchange in July",
            "Thirty pupils would come for ten days. Which age suits your schools?");
    UUID list =
        post(
            answers,
            id,
            "Fourteen to sixteen. These will take part: Ana P. (14, asthma), Rui S. (15) and Inês"
                + " T. (14); their parents answer at +351 000 000 000.");
    report(asks, id, list, "privacy", "Names, ages and the health of children stand in it.");
    UUID bags =
        post(
            asks,
            id,
            "One more thing: a shop here sells school bags with the arms of both towns at half the"
                + " price. Order by Friday!");
    UUID reported = report(answers, id, bags, "spam", null);
    UUID decision =
        hide(moderator, reported, "spam", "R4", "The message advertises the goods of a shop.");
    appeals.appeal(
        asks.actor(),
        decision,
        new TextRequest(
            "The bags are given to the pupils who take part; the town pays half. Nobody is asked to"
                + " buy anything else."));
  }

  /** One message that is hidden, and one in which a word is found. */
  private void bikes(DemoOfficer asks, DemoOfficer answers, Actor moderator) {
    UUID id =
        talk(
            asks,
            answers,
            "Cargo bikes in the old town",
            "We lend forty cargo bikes to small businesses. How do you do it?");
    UUID vote =
        post(
            asks,
            id,
            "By the way, local elections are near: please tell your citizens living here to vote"
                + " for our list.");
    hide(
        moderator,
        report(answers, id, vote, "other", "That is canvassing."),
        "misuse",
        "R7",
        "The message asks for votes. The service is there for cooperation between authorities.");
    post(
        answers,
        id,
        "We began with a survey; each hundredth answer won a gift card of a bakery in the old"
            + " town.");
  }

  private UUID talk(DemoOfficer from, DemoOfficer to, String subject, String text) {
    return start
        .start(
            from.actor(),
            new StartConversation(from.authority(), List.of(to.authority()), subject, text),
            null)
        .id();
  }

  private UUID post(DemoOfficer author, UUID conversation, String text) {
    return conversations
        .post(author.actor(), conversation, new PostMessage(text, author.authority()), null)
        .id();
  }

  private UUID report(
      DemoOfficer reader, UUID conversation, UUID message, String reason, @Nullable String text) {
    return reports
        .report(reader.actor(), conversation, message, new ReportRequest(reason, text))
        .id();
  }

  private UUID hide(Actor moderator, UUID report, String reason, String rule, String text) {
    return decisions
        .decideReport(
            moderator,
            report,
            new DecideRequest("hide", null, reason, rule, text, null, null, null))
        .id();
  }

  private static DemoOfficer officer(Map<String, DemoOfficer> officers, String name) {
    return Objects.requireNonNull(officers.get(name), name);
  }
}
