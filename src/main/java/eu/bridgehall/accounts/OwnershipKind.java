package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Coded;

/** How an authority comes to another owner. */
public enum OwnershipKind implements Coded {
  /** An owner offers her place. */
  OFFER,
  /** A member asks for it, because the owner is gone. */
  REQUEST
}
