package eu.bridgehall.accounts;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sends who asks for an account.
 *
 * @param language of mails to them (ISO 639-1); the request's own where it is missing
 * @param acceptTerms that the terms of use, the privacy notice and the moderation rules are
 *     accepted in their newest versions; must be true
 */
@Serdeable
public record NewAccount(
    @Nullable String email,
    @Nullable String name,
    @Nullable String password,
    @Nullable String language,
    @Nullable Boolean acceptTerms) {}
