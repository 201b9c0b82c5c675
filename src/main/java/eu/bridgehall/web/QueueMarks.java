package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.moderation.QueueClaims;
import eu.bridgehall.moderation.SignalFlags;
import eu.bridgehall.platform.waiting.WaitingKind;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What the queue knows, for the pages where things are decided. */
@Singleton
class QueueMarks {
  private final QueueClaims claims;
  private final SignalFlags flags;

  QueueMarks(QueueClaims claims, SignalFlags flags) {
    this.claims = claims;
    this.flags = flags;
  }

  /** What it knows of a thing that the actor may decide. */
  QueueMark of(Actor actor, WaitingKind kind, UUID subject, String to) {
    return new QueueMark(
        kind.id(),
        subject,
        claims.find(actor, kind, subject).orElse(null),
        flags.listOpen(actor, subject),
        to);
  }
}
