package eu.bridgehall.search;

import java.util.UUID;

/**
 * An authority that may be meant.
 *
 * @param name the shown name
 * @param matched the name form that begins with what was typed
 */
public record Suggestion(UUID id, String name, String matched) {}
