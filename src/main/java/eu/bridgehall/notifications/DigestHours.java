package eu.bridgehall.notifications;

import eu.bridgehall.platform.CannotStart;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The hours at which digests go out.
 *
 * @param hour of the day, from 0
 * @param day of the week, for the weekly ones
 * @param zone in which it is that hour
 */
record DigestHours(int hour, DayOfWeek day, ZoneId zone) {
  /**
   * The hours that are set.
   *
   * @throws CannotStart where there is no such time zone
   */
  static DigestHours of(NoticeSettings settings) {
    try {
      return new DigestHours(
          settings.digestHour(), settings.digestDay(), ZoneId.of(settings.digestZone()));
    } catch (DateTimeException e) {
      throw new CannotStart(
          "bridgehall.notices.digest-zone is \""
              + settings.digestZone()
              + "\" and must be a time zone such as Europe/Brussels",
          e);
    }
  }

  /** The last time that the hour had struck. */
  Instant lastDaily(Instant now) {
    return last(now).toInstant();
  }

  /** The last time that it had on the day of the week. */
  Instant lastWeekly(Instant now) {
    return last(now).with(TemporalAdjusters.previousOrSame(day)).toInstant();
  }

  private ZonedDateTime last(Instant now) {
    ZonedDateTime here = now.atZone(zone);
    ZonedDateTime today = here.truncatedTo(ChronoUnit.DAYS).withHour(hour);
    return today.isAfter(here) ? today.minusDays(1) : today;
  }
}
