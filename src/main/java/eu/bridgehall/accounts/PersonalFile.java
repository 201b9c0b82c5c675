package eu.bridgehall.accounts;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * A file that a person has sent, for the archive of what is kept of her.
 *
 * @param name as she called it
 * @param content read when its turn comes, for all of them together may be much
 */
public record PersonalFile(UUID id, String name, Supplier<byte[]> content) {}
