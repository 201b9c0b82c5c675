package eu.bridgehall.profiles.model;

import eu.bridgehall.kernel.Coded;

/** Where a claim stands. */
public enum ClaimState implements Coded {
  OPEN,
  GRANTED,
  REFUSED
}
