package eu.bridgehall.matching;

import eu.bridgehall.discovery.FoundAuthority;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;

/**
 * Two authorities explained, whether or not one is suggested to the other.
 *
 * @param suggested whether the other is suggested: no gate is shut
 * @param gates what keeps it from being suggested
 * @param rarityVersion which count of the themes was used
 * @param tiesVersion which knowledge of twinnings was used
 */
@Serdeable
public record PairView(
    FoundAuthority authority,
    BigDecimal score,
    SideView yourFit,
    SideView theirFit,
    RankView rank,
    boolean suggested,
    List<Gate> gates,
    String rarityVersion,
    String tiesVersion) {
  public PairView {
    gates = List.copyOf(gates);
  }

  /**
   * A gate that is shut.
   *
   * @param sentence what it is, in the reader's language
   */
  @Serdeable
  public record Gate(String id, String sentence) {}
}
