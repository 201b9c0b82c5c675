package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A file of a message.
 *
 * @param name as its sender called it, without a path
 * @param type media type, told by what is in it
 * @param size in bytes
 */
@Serdeable
public record AttachmentRef(UUID id, String name, String type, long size) {}
