package eu.bridgehall.accounts;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sends who accepts an invitation by its link.
 *
 * @param token of the link
 * @param name only for a new account, as are the password, the language and that the newest terms,
 *     privacy notice and rules are accepted
 */
@Serdeable
public record Acceptance(
    @Nullable String token,
    @Nullable String name,
    @Nullable String password,
    @Nullable String language,
    @Nullable Boolean acceptTerms) {}
