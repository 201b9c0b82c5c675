package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * There is something new in a conversation, or somebody has read on in it; nothing of what it is.
 *
 * @param upTo number of the newest message
 * @param revision rises also when a message is changed
 */
@Serdeable
public record LiveSignal(UUID conversation, long upTo, long revision) {}
