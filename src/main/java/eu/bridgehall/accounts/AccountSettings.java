package eu.bridgehall.accounts;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long things last.
 *
 * @param accessTokenLifetime after which an access token must be renewed
 * @param refreshGrace in which a refresh token used again gives the same successor
 * @param sessionIdle after which a session that was not renewed is over
 * @param sessionLifetime after which a session is over in any case
 * @param confirmationLifetime in which a new account must be confirmed
 * @param resetLifetime in which the link to set a password must be used
 * @param invitationLifetime in which an invitation must be accepted
 * @param passwordHashesAtOnce how many passwords are hashed at the same time, 19 MB of memory each
 * @param passwordHashWait how long a sign-in waits for its turn before it is refused
 */
@ConfigurationProperties("bridgehall.accounts")
record AccountSettings(
    @Bindable(defaultValue = "10m") Duration accessTokenLifetime,
    @Bindable(defaultValue = "20s") Duration refreshGrace,
    @Bindable(defaultValue = "14d") Duration sessionIdle,
    @Bindable(defaultValue = "90d") Duration sessionLifetime,
    @Bindable(defaultValue = "48h") Duration confirmationLifetime,
    @Bindable(defaultValue = "1h") Duration resetLifetime,
    @Bindable(defaultValue = "14d") Duration invitationLifetime,
    @Bindable(defaultValue = "2") int passwordHashesAtOnce,
    @Bindable(defaultValue = "10s") Duration passwordHashWait) {}
