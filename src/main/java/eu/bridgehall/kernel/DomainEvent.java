package eu.bridgehall.kernel;

import java.util.UUID;

/**
 * Something that has happened and that other packages may act on later. An event is a record of ids
 * and plain values, is written to the outbox in the transaction that made it true, and carries no
 * secret and no text that a person wrote.
 */
public interface DomainEvent {
  /** Id of the row it is about: the authority, account, introduction, conversation. */
  UUID subject();
}
