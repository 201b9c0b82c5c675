package eu.bridgehall.partnerships.model;

import java.util.Locale;

/** A step in the life of an introduction, after it has been asked for. */
public enum IntroductionAction {
  APPROVE,
  REJECT,
  ACCEPT,
  DECLINE,
  WITHDRAW;

  /** Name in the audit log and in message keys. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
