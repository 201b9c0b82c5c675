package eu.bridgehall.partnerships.model;

import eu.bridgehall.kernel.Coded;

/** Why a reviewer does not let an introduction through. */
public enum RejectReason implements Coded {
  PURPOSE_UNCLEAR,
  ADVERTISING,
  UNSUITABLE_CONTENT,
  NOT_ENTITLED,
  UNSUITABLE_PARTNER,
  /** Needs a text. */
  OTHER
}
