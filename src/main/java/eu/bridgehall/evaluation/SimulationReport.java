package eu.bridgehall.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.bridgehall.evaluation.TwinTowns.Pair;
import eu.bridgehall.reference.PlaceFile;
import eu.bridgehall.scoring.KnownTies;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.scoring.TrackRecordModel;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** How attention is spread over authorities, with and without what the product does about it. */
public final class SimulationReport {
  private final Result result;

  /**
   * The result as it is printed; everything with the track record unless said otherwise.
   *
   * @param giniDown by what share the discount lowers the Gini coefficient
   * @param scoreLost what share of the mean mutual score the discount costs
   */
  @Serdeable
  record Result(
      @JsonProperty("authorities") int authorities,
      @JsonProperty("seeds") int seeds,
      @JsonProperty("rounds") int rounds,
      @JsonProperty("withDiscount") Exposure withDiscount,
      @JsonProperty("withoutDiscount") Exposure withoutDiscount,
      @JsonProperty("withDiscountWithoutTrackRecord") Exposure withDiscountWithoutTrackRecord,
      @JsonProperty("withoutDiscountWithoutTrackRecord") Exposure withoutDiscountWithoutTrackRecord,
      @JsonProperty("giniDown") double giniDown,
      @JsonProperty("scoreLost") double scoreLost) {}

  private SimulationReport(Result result) {
    this.result = result;
  }

  /**
   * Simulates what comes with the program: its places, known twinnings and track record.
   *
   * @param foreign how many places of other countries are drawn
   * @param seeds how many populations are drawn, by 1, 2, 3 …
   * @param progress is told of each population that is done
   */
  public static SimulationReport of(int foreign, int seeds, Consumer<String> progress)
      throws IOException {
    Population population = new Population(PlaceFile.shipped());
    List<Pair> pairs = TwinTowns.shipped(population.places());
    KnownTies ties = population.ties(pairs);
    TrackRecord record = population.record(TrackRecordModel.shipped(), ties);
    List<List<Exposure>> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(new ArrayList<>());
    }
    int size = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      SimulatedAuthorities authorities = new SimulatedAuthorities(population, foreign, seed);
      size = authorities.size();
      Simulation with = new Simulation(authorities, record, ties);
      runs.get(0).add(with.run(true, seed));
      runs.get(1).add(with.run(false, seed));
      Simulation without = new Simulation(authorities, TrackRecord.NONE, ties);
      runs.get(2).add(without.run(true, seed));
      runs.get(3).add(without.run(false, seed));
      progress.accept(seed + " of " + seeds);
    }
    List<Exposure> means = runs.stream().map(Exposure::mean).toList();
    return new SimulationReport(
        new Result(
            size,
            seeds,
            Simulation.ROUNDS,
            means.get(0),
            means.get(1),
            means.get(2),
            means.get(3),
            1 - means.get(0).gini() / means.get(1).gini(),
            1 - means.get(0).meanScore() / means.get(1).meanScore()));
  }

  /** One JSON object and a line end. */
  public String json() {
    try {
      return ObjectMapper.getDefault().writeValueAsString(result) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A table for people. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d authorities, %d seeds, %d rounds%n%-44s %10s %10s %12s %12s%n%-44s %10s %10s %12s"
                + " %12s%n",
            result.authorities(),
            result.seeds(),
            result.rounds(),
            "",
            "discount",
            "none",
            "discount,",
            "none,",
            "",
            "",
            "",
            "no record",
            "no record"));
    row(text, "Gini of exposure", "%.3f", Exposure::gini);
    row(text, "authorities shown to anybody, %", "%.1f", e -> 100 * e.shown());
    row(text, "hromadas shown to anybody, %", "%.1f", e -> 100 * e.hromadasShown());
    row(
        text,
        "without known partner, shown to anybody, %",
        "%.1f",
        e -> 100 * e.withoutPartnerShown());
    row(text, "share of hromadas in what is shown, %", "%.1f", e -> 100 * e.hromadas());
    row(text, "share of those without partner, %", "%.1f", e -> 100 * e.withoutPartner());
    row(text, "requests per authority and round, p99", "%.1f", Exposure::requests);
    row(text, "mean mutual score of what is shown", "%.2f", Exposure::meanScore);
    text.append(
        String.format(
            Locale.ROOT,
            "The discount lowers the Gini coefficient by %.1f %% and costs %.2f %% of the score.%n",
            100 * result.giniDown(),
            100 * result.scoreLost()));
    return text.toString();
  }

  private void row(
      StringBuilder text, String name, String format, ToDoubleFunction<Exposure> number) {
    text.append(String.format(Locale.ROOT, "%-44s", name));
    text.append(cell(10, format, number.applyAsDouble(result.withDiscount())));
    text.append(cell(10, format, number.applyAsDouble(result.withoutDiscount())));
    text.append(cell(12, format, number.applyAsDouble(result.withDiscountWithoutTrackRecord())));
    text.append(cell(12, format, number.applyAsDouble(result.withoutDiscountWithoutTrackRecord())));
    text.append(System.lineSeparator());
  }

  private static String cell(int width, String format, double number) {
    String text = String.format(Locale.ROOT, format, number);
    return " ".repeat(Math.max(1, 1 + width - text.length())) + text;
  }
}
