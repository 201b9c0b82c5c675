package eu.bridgehall.platform.waiting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person to decide.
 *
 * @param subject id of the thing
 * @param country of the authority that it is about (ISO 3166-1 alpha-2); null where it is about
 *     none
 * @param since when it began to wait
 * @param names of the authorities that it is about, the first first
 * @param signals ids of what automatic signals have found in it
 * @param urgent whether waiting may do harm
 * @param times how often it was asked for
 */
public record WaitingItem(
    UUID subject,
    @Nullable String country,
    Instant since,
    List<String> names,
    List<String> signals,
    boolean urgent,
    long times) {
  public WaitingItem {
    names = List.copyOf(names);
    signals = List.copyOf(signals);
  }

  /** Something with one name, in which nothing was found. */
  public WaitingItem(UUID subject, @Nullable String country, Instant since, String name) {
    this(subject, country, since, List.of(name), List.of(), false, 1);
  }
}
