package eu.bridgehall.profiles;

import eu.bridgehall.platform.start.Written;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * Spans of time and limits of profiles.
 *
 * @param reconfirmAfter after which a confirmed profile should be reconfirmed
 * @param reconfirmNotice how long before that its members are reminded
 * @param hideAfter how long after that it is hidden
 * @param maxUnconfirmed unconfirmed authorities that one person may have started
 * @param hiddenOblasts beginnings of the KATOTTG codes of oblasts whose authorities hide position
 *     and contact from the start; hromadas do so everywhere
 */
@ConfigurationProperties("bridgehall.profiles")
public record ProfileSettings(
    @Bindable(defaultValue = "365d") Duration reconfirmAfter,
    @Bindable(defaultValue = "30d") Duration reconfirmNotice,
    @Bindable(defaultValue = "30d") Duration hideAfter,
    @Bindable(defaultValue = "5") int maxUnconfirmed,
    @Written(
            pattern = "UA[0-9]{2}",
            as = "beginnings of KATOTTG codes, UA and two digits each, with commas")
        @Bindable(defaultValue = "UA01,UA12,UA14,UA23,UA44,UA48,UA59,UA63,UA65,UA74,UA85")
        List<String> hiddenOblasts) {}
