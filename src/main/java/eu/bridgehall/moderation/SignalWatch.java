package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.messaging.MessageEdited;
import eu.bridgehall.messaging.MessagePosted;
import eu.bridgehall.messaging.WrittenMessages;
import eu.bridgehall.messaging.WrittenMessages.Written;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileChanged;
import eu.bridgehall.profiles.ProfileConfirmed;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.model.ProfileStatus;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Looks through every profile and message as it is written, a moment later. */
@Singleton
class SignalWatch implements OutboxConsumer {
  /** Nobody is shown these. */
  private static final Set<ProfileStatus> UNSEEN =
      EnumSet.of(ProfileStatus.DRAFT, ProfileStatus.ARCHIVED);

  private final ProfileDirectory profiles;
  private final WrittenMessages messages;
  private final SignalWords words;
  private final SignalKeeper flags;
  private final SignalSettings settings;

  SignalWatch(
      ProfileDirectory profiles,
      WrittenMessages messages,
      SignalWords words,
      SignalKeeper flags,
      SignalSettings settings) {
    this.profiles = profiles;
    this.messages = messages;
    this.words = words;
    this.flags = flags;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "content-signals";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(
        ProfileChanged.class, ProfileConfirmed.class, MessagePosted.class, MessageEdited.class);
  }

  @Override
  public void handle(StoredEvent event) {
    if (event.is(ProfileChanged.class)) {
      profiles.find(event.subject()).ifPresent(this::look);
    } else if (event.is(ProfileConfirmed.class)) {
      flags.confirmed(event.subject(), event.at());
    } else {
      UUID message =
          event.is(MessagePosted.class)
              ? event.as(MessagePosted.class).message()
              : event.as(MessageEdited.class).message();
      messages.find(message).ifPresent(this::look);
    }
  }

  /** Made-up profiles of a demonstration are known to be harmless. */
  private void look(Profile profile) {
    if (profile.demo()) {
      return;
    }
    SignalKeeper.Thing thing =
        new SignalKeeper.Thing(
            SignalSubject.PROFILE, profile.id(), profile.id(), null, profile.status().takesPart());
    flags.put(
        thing,
        UNSEEN.contains(profile.status())
            ? new SignalFound()
            : SignalFinder.inProfile(profile.content(), words.all()));
  }

  private void look(Written message) {
    boolean many =
        message.text().length() >= settings.sameTextFrom()
            && messages.countSame(message, message.at().minus(settings.sameTextWithin())) + 1
                >= settings.sameTextTo();
    Set<Signal> found = SignalFinder.inMessage(message.text(), many, words.all());
    flags.put(
        new SignalKeeper.Thing(
            SignalSubject.MESSAGE, message.id(), message.authority(), message.conversation(), true),
        SignalFound.of(found, message.text()));
  }
}
