package eu.bridgehall.profiles.model;

import eu.bridgehall.kernel.Coded;

/** A step in the life of a profile. */
public enum ProfileAction implements Coded {
  /** Its members start it. */
  START,
  /** A change of what is written in it, other than the type and the official name. */
  EDIT,
  /** A change of the type or the official name: of what was confirmed. */
  EDIT_IDENTITY,
  SUBMIT,
  WITHDRAW,
  CONFIRM,
  RETURN,
  PAUSE,
  RESUME,
  /** Nobody has reconfirmed it in time. */
  LAPSE,
  RECONFIRM,
  SUSPEND,
  REINSTATE,
  ARCHIVE
}
