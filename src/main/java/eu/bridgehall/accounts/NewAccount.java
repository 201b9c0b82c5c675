package eu.bridgehall.accounts;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sends who asks for an account.
 *
 * @param language of mails to them (ISO 639-1); the request's own where it is missing
 */
@Serdeable
public record NewAccount(
    @Nullable String email,
    @Nullable String name,
    @Nullable String password,
    @Nullable String language) {}
