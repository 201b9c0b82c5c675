package eu.bridgehall.matching;

import eu.bridgehall.discovery.FoundAuthority;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One match under two weightings.
 *
 * @param placeBefore its place in the first list, from 1; beyond the compared ones the first place
 *     that it may have, since equals are not told apart there
 * @param placeAfter its place in the second list, as the first
 * @param move what becomes of it
 * @param places how many places it goes up; below 0 down
 * @param scoreBefore mutual score in the first list
 * @param scoreAfter mutual score in the second
 * @param most the criterion whose contribution to the asking side's fit changes most the way that
 *     the fit does; null where none changes
 * @param sentence why, in the reader's language
 */
@Serdeable
public record ComparedMatch(
    FoundAuthority authority,
    long placeBefore,
    long placeAfter,
    @Schema(implementation = Move.class) String move,
    long places,
    BigDecimal scoreBefore,
    BigDecimal scoreAfter,
    @Nullable Changed most,
    String sentence) {
  /**
   * A criterion that adds another number of points.
   *
   * @param label its name in the reader's language
   */
  @Serdeable
  public record Changed(String id, String label, BigDecimal before, BigDecimal after) {}
}
