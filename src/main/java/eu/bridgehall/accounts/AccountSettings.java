package eu.bridgehall.accounts;

import eu.bridgehall.platform.start.Within;
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
    @Within(min = "5s", max = "1d") @Bindable(defaultValue = "10m") Duration accessTokenLifetime,
    @Within(min = "0s", max = "1h") @Bindable(defaultValue = "20s") Duration refreshGrace,
    @Within(min = "1m", max = "3650d") @Bindable(defaultValue = "14d") Duration sessionIdle,
    @Within(min = "1m", max = "3650d") @Bindable(defaultValue = "90d") Duration sessionLifetime,
    @Within(min = "1m", max = "365d") @Bindable(defaultValue = "48h") Duration confirmationLifetime,
    @Within(min = "1m", max = "365d") @Bindable(defaultValue = "1h") Duration resetLifetime,
    @Within(min = "1m", max = "365d") @Bindable(defaultValue = "14d") Duration invitationLifetime,
    @Within(min = "1", max = "1000") @Bindable(defaultValue = "2") int passwordHashesAtOnce,
    @Within(min = "0s", max = "10m") @Bindable(defaultValue = "10s") Duration passwordHashWait) {}
