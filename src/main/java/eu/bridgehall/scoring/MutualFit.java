package eu.bridgehall.scoring;

/**
 * How well two authorities fit, before rounding.
 *
 * @param mine fit as the asker sees it, 0 to 100
 * @param theirs fit as the other sees it, 0 to 100
 * @param mutual harmonic mean of the two, 0 if either is 0
 */
public record MutualFit(double mine, double theirs, double mutual) {}
