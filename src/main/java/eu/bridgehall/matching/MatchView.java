package eu.bridgehall.matching;

import eu.bridgehall.discovery.FoundAuthority;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/**
 * One suggestion.
 *
 * @param authority the other one
 * @param score mutual score, 0 to 100: the harmonic mean of both fits before rounding
 * @param yourFit how well the other fits the one that asks
 * @param theirFit how well the one that asks fits the other
 */
@Serdeable
public record MatchView(
    FoundAuthority authority,
    BigDecimal score,
    SideView yourFit,
    SideView theirFit,
    RankView rank) {}
