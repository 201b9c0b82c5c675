package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainException.NotFound;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The yearly transparency report, open to all: what was decided, why, how soon, and what came of
 * appeals. Small numbers are left out, and a quarter is told when it has ended, so that nobody is
 * found in it.
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

  private record Kept(Instant at, LocalDate told, TransparencyReport report) {}

  /** The years that there is a report of, the present one first. */
  @Transactional
  public List<Integer> years() {
    int now = today().getYear();
    Year first = numbers.first();
    int from = first == null ? now : Math.min(now, first.getValue());
    return IntStream.iterate(now, year -> year >= from, year -> year - 1).boxed().toList();
  }

  /** The newest year of which numbers are told; the present one where there is none. */
  @Transactional
  public int latest() {
    int told = told().minusDays(1).getYear();
    return years().contains(told) ? told : today().getYear();
  }

  /**
   * The report of a year, the present one up to the last quarter that has ended.
   *
   * @throws NotFound where there is none of that year
   */
  @Transactional
  public TransparencyReport get(int year) {
    if (!years().contains(year)) {
      throw new NotFound("transparency.noYear");
    }
    Instant now = clock.instant();
    LocalDate told = told();
    Kept before = kept.get(year);
    if (before != null
        && before.told().equals(told)
        && before.at().plus(settings.keep()).isAfter(now)) {
      return before.report();
    }
    TransparencyReport report = past.find(year).orElseGet(() -> counted(year, told));
    kept.put(year, new Kept(now, told, report));
    return report;
  }

  /** Keeps the reports of the years that are over for long enough, before what they count goes. */
  @Scheduled(fixedDelay = "1h", initialDelay = "1m")
  @Transactional
  void keepFinal() {
    Instant now = clock.instant();
    LocalDate told = told();
    years().stream()
        .filter(year -> TransparencyYears.isFinal(year, now) && past.find(year).isEmpty())
        .forEach(year -> past.keep(counted(year, told), now));
  }

  /** What became of things is told as it stood at the end of the last quarter, or finally. */
  private TransparencyReport counted(int year, LocalDate told) {
    LocalDate from = LocalDate.of(year, 1, 1);
    LocalDate over = from.plusYears(1);
    LocalDate to = told.isBefore(over) ? told : over;
    LocalDate became =
        TransparencyYears.isFinal(year, clock.instant())
            ? over.plusDays(TransparencyYears.SETTLES.toDays())
            : told;
    return new TransparencyReport(
        year,
        !over.isAfter(told),
        to.isAfter(from) ? to.minusDays(1) : null,
        TransparencyNumbers.SMALLEST,
        Arrays.stream(TransparencyTopic.values())
            .map(
                topic ->
                    new TransparencyTable(
                        topic.id(),
                        TransparencyNumbers.told(numbers.count(topic, from, to, became))))
            .toList());
  }

  /** The first day of the present quarter: what was before it is told. */
  private LocalDate told() {
    LocalDate today = today();
    return today.with(today.getMonth().firstMonthOfQuarter()).withDayOfMonth(1);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
