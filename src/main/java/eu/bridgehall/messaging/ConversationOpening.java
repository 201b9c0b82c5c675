package eu.bridgehall.messaging;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.partnerships.IntroductionAccepted;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import jakarta.inject.Singleton;
import java.util.Set;

/** Opens the conversation of each introduction that is accepted. */
@Singleton
class ConversationOpening implements OutboxConsumer {
  private final ConversationService conversations;

  ConversationOpening(ConversationService conversations) {
    this.conversations = conversations;
  }

  @Override
  public String name() {
    return "conversations";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(IntroductionAccepted.class);
  }

  @Override
  public void handle(StoredEvent event) {
    IntroductionAccepted accepted = event.as(IntroductionAccepted.class);
    conversations.open(accepted.subject(), accepted.from(), accepted.to());
  }
}
