package eu.bridgehall.notifications;

import eu.bridgehall.platform.start.Within;
import eu.bridgehall.platform.start.Written;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.DayOfWeek;
import java.time.Duration;

/**
 * When digests go out, and how long notices stay.
 *
 * @param digestHour of the day at which digests go out
 * @param digestDay of the week on which the weekly ones do
 * @param digestZone time zone of that hour
 * @param keep how long a notice stays in its reader's list
 */
@ConfigurationProperties("bridgehall.notices")
record NoticeSettings(
    @Within(min = "0", max = "23") @Bindable(defaultValue = "7") int digestHour,
    @Bindable(defaultValue = "monday") DayOfWeek digestDay,
    @Written(
            pattern = "[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*",
            as = "a time zone such as Europe/Brussels")
        @Bindable(defaultValue = "Europe/Brussels")
        String digestZone,
    @Within(min = "30d", max = "3650d") @Bindable(defaultValue = "365d") Duration keep) {}
