package eu.bridgehall.accounts;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What a client signs its requests with.
 *
 * @param accessToken sent as {@code Authorization: Bearer …}
 * @param tokenType always {@code Bearer}
 * @param expiresIn seconds for which the access token is good
 * @param refreshToken buys the next pair, once
 */
@Serdeable
record SessionTokens(String accessToken, String tokenType, long expiresIn, String refreshToken) {}
