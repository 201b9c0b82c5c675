package eu.bridgehall.discovery;

import eu.bridgehall.platform.start.Within;
import eu.bridgehall.scoring.ThemeRarity;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.Vocabulary;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How rare each theme is among the confirmed profiles, as a snapshot with a version: counted in the
 * database from time to time, so that scores stay the same in between and can be told apart.
 */
@Singleton
public class ThemeRarities {
  private final RarityRepository snapshots;
  private final ProfileDocuments profiles;
  private final Vocabulary vocabulary;
  private final Settings settings;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;
  private volatile @Nullable ThemeScale current;

  /**
   * When to count again.
   *
   * @param checkEvery how often to look for a newer snapshot, which another service may have made
   * @param renewEvery the age that a snapshot reaches before it is counted again
   */
  @ConfigurationProperties("bridgehall.theme-rarity")
  record Settings(
      @Within(min = "1s", max = "1d") @Bindable(defaultValue = "1m") Duration checkEvery,
      @Within(min = "1s", max = "365d") @Bindable(defaultValue = "1h") Duration renewEvery) {}

  ThemeRarities(
      RarityRepository snapshots,
      ProfileDocuments profiles,
      Vocabulary vocabulary,
      Settings settings,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.snapshots = snapshots;
    this.profiles = profiles;
    this.vocabulary = vocabulary;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The scale of the newest snapshot; the same object for as long as that is the newest. */
  public ThemeScale current() {
    ThemeScale scale = current;
    return scale == null ? renew() : scale;
  }

  /**
   * Counts if the newest snapshot is old enough, and uses the newest: another service may have made
   * it.
   */
  @Scheduled(
      fixedDelay = "${bridgehall.theme-rarity.check-every:1m}",
      initialDelay = "${bridgehall.theme-rarity.check-every:1m}")
  ThemeScale renew() {
    return use(counted(settings.renewEvery()));
  }

  /** Counts now. */
  public ThemeScale countNow() {
    return use(counted(Duration.ZERO));
  }

  private RarityRepository.Snapshot counted(Duration age) {
    return transactions.executeWrite(
        status -> {
          snapshots.lock();
          Instant now = clock.instant();
          Optional<RarityRepository.Snapshot> latest = snapshots.findLatest();
          if (latest.isEmpty() || !latest.get().computedAt().plus(age).isAfter(now)) {
            count(latest, now);
          }
          return snapshots.findLatest().orElseThrow();
        });
  }

  /** Counts that are as before keep their version. */
  private void count(Optional<RarityRepository.Snapshot> latest, Instant now) {
    ProfileDocuments.ThemeCounts counts = profiles.themeCounts();
    boolean same =
        latest
            .map(l -> l.profiles() == counts.profiles() && l.stating().equals(counts.stating()))
            .orElse(false);
    if (same) {
      snapshots.touch(latest.orElseThrow().version(), now);
    } else {
      snapshots.add(now, counts.profiles(), counts.stating());
    }
  }

  private synchronized ThemeScale use(RarityRepository.Snapshot snapshot) {
    String version = String.valueOf(snapshot.version());
    ThemeScale present = current;
    if (present != null && present.rarity().version().equals(version)) {
      return present;
    }
    List<Integer> stating =
        vocabulary.themes().codes().stream()
            .map(theme -> snapshot.stating().getOrDefault(theme, 0))
            .toList();
    ThemeScale scale =
        new ThemeScale(
            vocabulary.tree(), ThemeRarity.counted(version, stating, snapshot.profiles()));
    current = scale;
    return scale;
  }
}
