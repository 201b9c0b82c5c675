package eu.bridgehall.search;

import org.jspecify.annotations.Nullable;

/**
 * What an index holds.
 *
 * @param count documents that readers see
 * @param position position of the last commit, null if there was none
 * @param generation name of the build that is in use
 * @param needsRebuild whether it must be filled again before it can be trusted
 */
public record IndexStatus(
    long count, @Nullable String position, String generation, boolean needsRebuild) {}
