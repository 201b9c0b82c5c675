package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Coded;

/** How the secretariat keeps a message or a file from its readers. */
public enum Withholding implements Coded {
  /** Until it is shown again. */
  HIDDEN,
  /** For good, unless an appeal brings it back. */
  REMOVED
}
