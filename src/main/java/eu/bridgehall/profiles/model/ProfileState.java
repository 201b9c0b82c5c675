package eu.bridgehall.profiles.model;

import org.jspecify.annotations.Nullable;

/**
 * That of a profile on which its next step depends.
 *
 * @param suspendedFrom where it was before it was suspended; null unless it is
 * @param tookPart whether it was ever confirmed
 */
public record ProfileState(
    ProfileStatus status, @Nullable ProfileStatus suspendedFrom, boolean tookPart) {}
