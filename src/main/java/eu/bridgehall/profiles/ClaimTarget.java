package eu.bridgehall.profiles;

import java.util.UUID;

/**
 * An authority that can be claimed.
 *
 * @param name its official name; that of its place for who sees nothing of its profile
 * @param country ISO 3166-1 alpha-2
 */
public record ClaimTarget(UUID authority, String name, String country) {}
