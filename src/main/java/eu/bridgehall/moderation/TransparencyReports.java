package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainException.NotFound;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The yearly transparency report, open to all: what was decided, why, how soon, and what came of
 * appeals. Small numbers are left out, so that nobody is found in it.
 */
@Singleton
public class TransparencyReports {
  private final TransparencyRepository numbers;
  private final TransparencyYears past;
  private final TransparencySettings settings;
  private final Clock clock;
  private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();

  TransparencyReports(
      TransparencyRepository numbers,
      TransparencyYears past,
      TransparencySettings settings,
      Clock clock) {
    this.numbers = numbers;
    this.past = past;
    this.settings = settings;
    this.clock = clock;
  }

  private record Kept(Instant at, TransparencyReport report) {}

  /** The years that there is a report of, the present one first. */
  @Transactional
  public List<Integer> years() {
    int now = now().getValue();
    Year first = numbers.first();
    int from = first == null ? now : Math.min(now, first.getValue());
    return IntStream.iterate(now, year -> year >= from, year -> year - 1).boxed().toList();
  }

  /**
   * The report of a year, the present one as far as it has come.
   *
   * @throws NotFound where there is none of that year
   */
  @Transactional
  public TransparencyReport get(int year) {
    if (!years().contains(year)) {
      throw new NotFound("transparency.noYear");
    }
    Instant now = clock.instant();
    Kept before = kept.get(year);
    if (before != null && before.at().plus(settings.keep()).isAfter(now)) {
      return before.report();
    }
    TransparencyReport report = past.find(year).orElseGet(() -> counted(year));
    kept.put(year, new Kept(now, report));
    return report;
  }

  /** Keeps the reports of the years that are over for long enough, before what they count goes. */
  @Scheduled(fixedDelay = "1h", initialDelay = "1m")
  @Transactional
  void keepFinal() {
    Instant now = clock.instant();
    years().stream()
        .filter(year -> TransparencyYears.isFinal(year, now) && past.find(year).isEmpty())
        .forEach(year -> past.keep(counted(year), now));
  }

  private TransparencyReport counted(int year) {
    return new TransparencyReport(
        year,
        year < now().getValue(),
        TransparencyNumbers.SMALLEST,
        Arrays.stream(TransparencyTopic.values())
            .map(
                topic ->
                    new TransparencyTable(
                        topic.id(), TransparencyNumbers.told(numbers.count(topic, Year.of(year)))))
            .toList());
  }

  private Year now() {
    return Year.of(clock.instant().atOffset(ZoneOffset.UTC).getYear());
  }
}
