package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Coded;

/** What has become of an offer or a request, of which people are told. */
public enum OwnershipStep implements Coded {
  OFFERED,
  /** The offer was accepted, or needed no acceptance. */
  TAKEN,
  DECLINED,
  ASKED,
  /** The request was granted. */
  GRANTED,
  REFUSED,
  /** The secretariat or the association has made somebody owner unasked. */
  APPOINTED
}
