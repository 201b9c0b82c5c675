package eu.bridgehall.discovery;

import eu.bridgehall.kernel.Coded;

/** How the last rebuild of the index went that was asked for since the service started. */
public enum ReindexState implements Coded {
  /** None was asked for. */
  IDLE,
  RUNNING,
  DONE,
  FAILED
}
