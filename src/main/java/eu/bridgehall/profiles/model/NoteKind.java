package eu.bridgehall.profiles.model;

import eu.bridgehall.kernel.Coded;

/** How somebody found out who is entitled. */
public enum NoteKind implements Coded {
  CALL_BACK,
  LETTER,
  OTHER
}
