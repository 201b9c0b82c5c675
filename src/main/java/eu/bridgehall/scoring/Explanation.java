package eu.bridgehall.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A score written out: the same arithmetic, seen from both sides.
 *
 * @param mutual mutual score, 0 to 100, one decimal; from the fits before rounding
 * @param mine the asker's side
 * @param theirs the other's side
 * @param rank the rank value and its factors
 * @param factors sentences on the factors that are not 1
 * @param rarityVersion which snapshot of theme rarities was used
 * @param tiesVersion which knowledge of twinnings was used
 */
public record Explanation(
    BigDecimal mutual,
    Side mine,
    Side theirs,
    RankValue rank,
    List<Reason> factors,
    String rarityVersion,
    String tiesVersion) {
  public Explanation {
    factors = List.copyOf(factors);
  }

  /**
   * One side of it. The contributions of the parts add up to the fit, digit by digit.
   *
   * @param fit one-sided fit, 0 to 100, one decimal
   * @param parts every criterion in its order
   * @param unknownWeight w₀, which stands beside the weights of what is stated
   * @param unknown sentence on w₀
   * @param weighing sentence on the weights; null where they are those by default
   */
  public record Side(
      BigDecimal fit,
      List<Part> parts,
      double unknownWeight,
      Reason unknown,
      @Nullable Reason weighing) {
    public Side {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One criterion on one side.
   *
   * @param criterion which
   * @param stated whether it counts at all: stated by this side, or known
   * @param value 0 to 1; 0 where it is not stated
   * @param weight its weight of 100 in all; what is not stated is left out of the sum
   * @param contribution points it adds to the fit, one decimal
   * @param reasons why, most important first
   * @param odds what the value of the track record is made of; empty for other criteria
   */
  public record Part(
      Criterion criterion,
      boolean stated,
      double value,
      double weight,
      BigDecimal contribution,
      List<Reason> reasons,
      List<Odds> odds) {
    public Part {
      reasons = List.copyOf(reasons);
      odds = List.copyOf(odds);
    }
  }

  /**
   * What one thing says of a pair.
   *
   * @param times how much oftener than others two are twinned of which this is so, two decimals
   */
  public record Odds(TrackRecord.Part part, BigDecimal times) {}
}
