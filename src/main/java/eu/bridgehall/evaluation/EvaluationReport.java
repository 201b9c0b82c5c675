package eu.bridgehall.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.bridgehall.evaluation.Metrics.Answer;
import eu.bridgehall.evaluation.TwinTowns.Pair;
import eu.bridgehall.scoring.TrackRecordModel;
import eu.bridgehall.scoring.TrackRecordModel.Feature;
import eu.bridgehall.scoring.TrackRecordModel.Point;
import eu.bridgehall.search.AuthorityIndex;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How well the matching finds real partners, beside plain orders of the same candidates. */
public final class EvaluationReport {
  private final List<Answer> answers;
  private final Result result;

  /**
   * The result as it is printed.
   *
   * @param ukrainian of pairs with a Ukrainian end
   * @param withoutKnownPartner asked from towns of which no partner is known
   * @param withoutSharedPartners everything, as if shared partners said nothing
   */
  @Serdeable
  record Result(
      @JsonProperty("all") Metrics all,
      @JsonProperty("ukrainian") Metrics ukrainian,
      @JsonProperty("withoutKnownPartner") Metrics withoutKnownPartner,
      @JsonProperty("withoutSharedPartners") Metrics withoutSharedPartners,
      @JsonProperty("baselines") Map<String, Metrics> baselines) {}

  private EvaluationReport(List<Answer> answers, Result result) {
    this.answers = answers;
    this.result = result;
  }

  /**
   * Evaluates what comes with the program.
   *
   * @param all whether partners are looked for among all places
   * @param sample how many pairs are drawn; 0 for all
   * @throws eu.bridgehall.kernel.DomainException.Invalid for files of another form
   */
  public static EvaluationReport of(
      Path places, Path known, Path test, boolean all, int sample, long seed) throws IOException {
    Population population = Population.read(places);
    return of(
        population,
        TwinTowns.read(known, population.places()),
        TwinTowns.read(test, population.places()),
        TrackRecordModel.shipped(),
        all,
        sample,
        seed,
        true);
  }

  static EvaluationReport of(
      Population population,
      List<Pair> known,
      List<Pair> test,
      TrackRecordModel model,
      boolean all,
      int sample,
      long seed,
      boolean compared)
      throws IOException {
    Evaluation evaluation = new Evaluation(population, known, test, all, sample, seed);
    try (TemporaryIndex temporary =
        new TemporaryIndex(population.vocabulary(), population.documents(evaluation.pool()))) {
      AuthorityIndex index = temporary.index();
      List<Answer> answers = evaluation.engine(index, model);
      Map<String, Metrics> baselines = new LinkedHashMap<>();
      Metrics without = Metrics.of(List.of());
      if (compared) {
        without = Metrics.of(evaluation.engine(index, withoutSharedPartners(model)));
        Baselines.all(model, population.vocabulary().countries())
            .forEach((name, order) -> baselines.put(name, Metrics.of(evaluation.baseline(order))));
      }
      return new EvaluationReport(
          answers,
          new Result(
              Metrics.of(answers),
              Metrics.of(answers.stream().filter(Answer::ukrainian).toList()),
              Metrics.of(answers.stream().filter(Answer::withoutPartner).toList()),
              without,
              baselines));
    }
  }

  private static TrackRecordModel withoutSharedPartners(TrackRecordModel model) {
    return model.with(Feature.SHARED, List.of(new Point(0, 0), new Point(1, 0)));
  }

  /** One JSON object and a line end. */
  public String json() {
    try {
      return ObjectMapper.getDefault().writeValueAsString(result) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The engine's numbers in a line. */
  String line() {
    return row("", result.all()).strip();
  }

  /** A table for people, with 95 % intervals of the engine's numbers. */
  public String text(long seed) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-26s %7s %8s %8s %8s %9s%n",
            "",
            "n",
            "hits@10",
            "hits@100",
            "mrr",
            "median"));
    text.append(row("all", result.all()));
    text.append(interval("hits@10", Metrics::hitsAt10, seed));
    text.append(interval("hits@100", Metrics::hitsAt100, seed));
    text.append(interval("mrr", Metrics::mrr, seed));
    text.append(row("ukrainian", result.ukrainian()));
    text.append(row("without known partner", result.withoutKnownPartner()));
    text.append(row("without shared partners", result.withoutSharedPartners()));
    result.baselines().forEach((name, of) -> text.append(row("baseline " + name, of)));
    return text.toString();
  }

  private String interval(String name, ToDoubleFunction<Metrics> number, long seed) {
    double[] ends = Metrics.interval(answers, number, seed);
    return String.format(Locale.ROOT, "  %s: %.4f to %.4f (95 %%)%n", name, ends[0], ends[1]);
  }

  private static String row(String name, Metrics of) {
    return String.format(
        Locale.ROOT,
        "%-26s %7d %8.4f %8.4f %8.4f %9.1f%n",
        name,
        of.n(),
        of.hitsAt10(),
        of.hitsAt100(),
        of.mrr(),
        of.medianRank());
  }
}
