package eu.bridgehall.web;

import java.util.UUID;

/** Addresses that pages of one area give for those of another. */
public final class Addresses {
  /** Where it is told how a town is registered and its profile written. */
  public static final String REGISTER = "/help";

  /** The profiles that wait to be confirmed. */
  public static final String REVIEW = "/review";

  private Addresses() {}

  /** The page of an authority. */
  public static String authority(UUID id) {
    return "/authorities/" + id;
  }

  /** The suggestions made to an authority. */
  public static String matches(UUID authority) {
    return "/matches?authority=" + authority;
  }

  /** The form that asks for an introduction. */
  public static String ask(UUID from, UUID to) {
    return "/introductions/new?from=" + from + "&to=" + to;
  }
}
