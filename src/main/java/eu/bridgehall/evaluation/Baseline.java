package eu.bridgehall.evaluation;

import eu.bridgehall.scoring.Columns;

/** A plain order to measure the engine against. */
interface Baseline {
  /** The higher the better. */
  double value(Columns asker, Columns other);
}
