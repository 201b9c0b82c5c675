package eu.bridgehall.matching;

import eu.bridgehall.scoring.Reason.CodeKind;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well two authorities fitted at a moment, as it is kept: numbers, and what explains them as
 * data, so that it can be told later in any language and to either side.
 *
 * @param score mutual score, 0 to 100
 * @param asker how well the other fitted the one that asked
 * @param other how well the one that asked fitted the other
 * @param rarityVersion which count of the themes was used
 * @param tiesVersion which knowledge of twinnings was used
 */
@Serdeable
public record MatchSnapshot(
    BigDecimal score, Side asker, Side other, String rarityVersion, String tiesVersion) {
  /**
   * One side of it; the contributions add up to the fit.
   *
   * @param fit 0 to 100, one decimal
   * @param unknownWeight weight of all that the side had not said
   * @param unknown what is said of that
   * @param weighing what is said of the side's own weights; null where they were those by default
   */
  @Serdeable
  public record Side(
      BigDecimal fit,
      List<Part> parts,
      BigDecimal unknownWeight,
      Said unknown,
      @Nullable Said weighing) {
    public Side {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One criterion.
   *
   * @param criterion its id
   * @param stated whether it counted
   * @param value 0 to 1
   * @param weight of 100 in all
   * @param contribution points that it added to the fit
   * @param odds what the value of the track record was made of; null in what was kept before that
   *     was told
   */
  @Serdeable
  public record Part(
      String criterion,
      boolean stated,
      BigDecimal value,
      BigDecimal weight,
      BigDecimal contribution,
      List<Said> reasons,
      @Nullable List<Odds> odds) {
    public Part {
      reasons = List.copyOf(reasons);
      odds = odds == null ? List.of() : List.copyOf(odds);
    }
  }

  /**
   * What one thing said of the two.
   *
   * @param part id of a part of the track record
   * @param times how much oftener than others such two were twinned
   */
  @Serdeable
  public record Odds(String part, BigDecimal times) {}

  /**
   * A sentence in no language yet.
   *
   * @param key its message key
   * @param arguments numbers and words that the sentence selects by
   * @param codes codes that it lists by their names
   */
  @Serdeable
  public record Said(String key, Map<String, Object> arguments, Map<String, Named> codes) {
    public Said {
      arguments = Map.copyOf(arguments);
      codes = Map.copyOf(codes);
    }
  }

  /** Codes of the reference data. */
  @Serdeable
  public record Named(CodeKind kind, List<String> codes) {
    public Named {
      codes = List.copyOf(codes);
    }
  }
}
