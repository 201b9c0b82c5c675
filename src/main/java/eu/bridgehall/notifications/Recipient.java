package eu.bridgehall.notifications;

import eu.bridgehall.accounts.Person;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told of something.
 *
 * @param toldFor the organisation as whose she is told, and while she acts for it; null where it
 *     concerns herself
 */
record Recipient(Person person, @Nullable UUID toldFor) {}
