package eu.bridgehall.matching;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;

/**
 * How well two authorities fitted, told to one of them.
 *
 * @param score mutual score, 0 to 100
 * @param yourFit how well the other fitted the reader's authority
 * @param theirFit how well the reader's authority fitted the other
 */
@Serdeable
public record ToldMatch(BigDecimal score, SideView yourFit, SideView theirFit) {}
