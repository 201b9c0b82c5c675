package eu.bridgehall.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** Makes the ids of new rows: UUID version 7, so that newer ids sort after older ones. */
public final class Ids {
  private static final TimeBasedEpochRandomGenerator GENERATOR =
      Generators.timeBasedEpochRandomGenerator();

  private Ids() {}

  /** A new id, never given out before. */
  public static UUID next() {
    return GENERATOR.generate();
  }
}
