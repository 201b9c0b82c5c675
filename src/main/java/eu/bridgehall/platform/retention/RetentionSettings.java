package eu.bridgehall.platform.retention;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long is kept what no feature has a setting of its own for.
 *
 * @param sessions after a session has ended
 * @param knownNetworks after a person last signed in from a network
 * @param invitations after an invitation was accepted, withdrawn or has expired
 * @param claims after a claim was decided
 * @param deadMails after a mail was given up that nobody decided on
 * @param matchLooks after somebody last looked at the matches of an authority
 * @param failedEvents after an event was set aside
 */
@ConfigurationProperties("bridgehall.retention")
public record RetentionSettings(
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "30d") Duration sessions,
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "180d") Duration knownNetworks,
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "365d") Duration invitations,
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "1095d") Duration claims,
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "90d") Duration deadMails,
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "365d") Duration matchLooks,
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "180d") Duration failedEvents) {}
