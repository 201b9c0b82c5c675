package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Ids;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the flags in line with what is found: one open flag for a thing, and none twice. */
@Singleton
class SignalKeeper {
  private final SignalFlagRepository flags;
  private final Clock clock;

  SignalKeeper(SignalFlagRepository flags, Clock clock) {
    this.flags = flags;
    this.clock = clock;
  }

  /**
   * In what something was looked for.
   *
   * @param authority whose text it is, or for which the account acts
   * @param conversation of a message; null elsewhere
   * @param waits whether a flag waits in the queue by itself
   */
  record Thing(
      SignalSubject kind,
      UUID subject,
      UUID authority,
      @Nullable UUID conversation,
      boolean waits) {}

  /**
   * Notes what was found, or that nothing was any more. What somebody has looked at before, and is
   * still the same, is not flagged again.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void put(Thing thing, SignalFound found) {
    SignalFlagRepository.Row open =
        flags.findOpen(thing.kind(), thing.subject(), thing.authority()).orElse(null);
    Instant now = now();
    if (found.isEmpty()) {
      if (open != null) {
        flags.close(
            open.id(), new SignalFlagRepository.Closed(now, SignalOutcome.GONE, null, null));
      }
      return;
    }
    SignalFlagRepository.Row wanted =
        new SignalFlagRepository.Row(
            open == null ? Ids.next() : open.id(),
            thing.kind(),
            thing.subject(),
            thing.authority(),
            thing.conversation(),
            List.copyOf(found.all()),
            List.copyOf(found.places()),
            found.fingerprint(),
            open == null ? now : open.foundAt(),
            thing.waits(),
            null);
    if (flags.isSeen(wanted)) {
      if (open != null) {
        flags.close(
            open.id(), new SignalFlagRepository.Closed(now, SignalOutcome.GONE, null, null));
      }
    } else if (open == null) {
      flags.add(wanted);
    } else {
      flags.update(wanted);
    }
  }

  /** A reviewer has confirmed the profile, with what had been found in it before her eyes. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void confirmed(UUID profile, Instant at) {
    flags
        .findOpen(SignalSubject.PROFILE, profile, profile)
        .filter(flag -> !flag.foundAt().isAfter(at))
        .ifPresent(
            flag ->
                flags.close(
                    flag.id(),
                    new SignalFlagRepository.Closed(at, SignalOutcome.CONFIRMED, null, null)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
