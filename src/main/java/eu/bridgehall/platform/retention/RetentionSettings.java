package eu.bridgehall.platform.retention;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long is kept what no feature has a setting of its own for. What the transparency report
 * counts stays for 400 days at the least, until the report of its year is kept.
 *
 * @param sessions after a session has ended
 * @param knownNetworks after a person last signed in from a network
 * @param invitations after an invitation was accepted, withdrawn or has expired
 * @param claims after a claim was decided
 * @param deadMails after a mail was given up that nobody decided on
 * @param matchLooks after somebody last looked at the matches of an authority
 * @param failedEvents after an event was set aside
 * @param decisions after a decision of the secretariat has ended, or did no more than it did at
 *     once
 * @param reports after the same of the decision that closed a report
 * @param signals after what an automatic signal had found was closed
 * @param removedContent after a message or file was removed, and its appeal decided
 * @param introductions after an introduction ended that opened no conversation
 * @param silentConversations after somebody last wrote in a conversation
 * @param archivedConversations after the last of its authorities was archived
 * @param archivedProfiles after an authority was archived: its contact and the notes on who may act
 *     for it
 * @param profileSteps after a step in the history of a profile: who took it, and what was typed
 * @param ownershipChanges after an offer or a request was decided or withdrawn
 */
@ConfigurationProperties("bridgehall.retention")
public record RetentionSettings(
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "30d") Duration sessions,
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "180d") Duration knownNetworks,
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "365d") Duration invitations,
    @Within(min = "400d", max = "3650d") @Bindable(defaultValue = "1095d") Duration claims,
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "90d") Duration deadMails,
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "365d") Duration matchLooks,
    @Within(min = "1h", max = "3650d") @Bindable(defaultValue = "180d") Duration failedEvents,
    @Within(min = "400d", max = "3650d") @Bindable(defaultValue = "1095d") Duration decisions,
    @Within(min = "400d", max = "3650d") @Bindable(defaultValue = "1095d") Duration reports,
    @Within(min = "400d", max = "3650d") @Bindable(defaultValue = "400d") Duration signals,
    @Within(min = "1d", max = "3650d") @Bindable(defaultValue = "365d") Duration removedContent,
    @Within(min = "400d", max = "7300d") @Bindable(defaultValue = "1095d") Duration introductions,
    @Within(min = "365d", max = "36500d") @Bindable(defaultValue = "3650d")
        Duration silentConversations,
    @Within(min = "1d", max = "36500d") @Bindable(defaultValue = "1095d")
        Duration archivedConversations,
    @Within(min = "1d", max = "3650d") @Bindable(defaultValue = "365d") Duration archivedProfiles,
    @Within(min = "1d", max = "3650d") @Bindable(defaultValue = "1095d") Duration profileSteps,
    @Within(min = "1d", max = "3650d") @Bindable(defaultValue = "1095d")
        Duration ownershipChanges) {}
