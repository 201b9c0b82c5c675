package eu.bridgehall.messaging;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The limits of conversations.
 *
 * @param streamsPerPerson how many open pages of a person hear at once what is new. A browser opens
 *     no more than six connections to a site, and needs one for everything else
 * @param attachments how many files a message may have
 * @param attachmentMegabytes how large each may be, in megabytes (of 1,000,000 bytes)
 * @param editWithin how long after posting a message its author can change it
 * @param editsPerMessage how often in that time
 * @param startsPerDay how many conversations an organisation may begin in a day
 */
@ConfigurationProperties("bridgehall.conversations")
public record ConversationSettings(
    @Within(min = "1", max = "100") @Bindable(defaultValue = "5") int streamsPerPerson,
    @Within(min = "1", max = "20") @Bindable(defaultValue = "5") int attachments,
    @Within(min = "1", max = "50") @Bindable(defaultValue = "10") int attachmentMegabytes,
    @Within(min = "0s", max = "30d") @Bindable(defaultValue = "15m") Duration editWithin,
    @Within(min = "1", max = "1000") @Bindable(defaultValue = "20") int editsPerMessage,
    @Within(min = "1", max = "10000") @Bindable(defaultValue = "20") int startsPerDay) {
  private static final long MEGABYTE = 1_000_000;

  /** How large a file may be, in bytes. */
  public long attachmentBytes() {
    return attachmentMegabytes * MEGABYTE;
  }
}
