package eu.bridgehall.accounts;

import java.util.Map;

/**
 * To whom a mail about an account goes.
 *
 * @param language in which it is written (ISO 639-1)
 * @param facts what fills its sentences: names, never a token
 */
public record Addressee(String email, String language, Map<String, String> facts) {
  public Addressee {
    facts = Map.copyOf(facts);
  }
}
