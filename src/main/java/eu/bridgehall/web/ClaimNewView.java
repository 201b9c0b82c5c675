package eu.bridgehall.web;

import eu.bridgehall.profiles.ClaimTarget;
import java.util.List;

/**
 * The form of a claim.
 *
 * @param countryName of the authority, in the reader's language
 * @param kinds ids of what can be asked for
 */
public record ClaimNewView(
    ClaimTarget target, String countryName, List<String> kinds, ClaimForm form, FormErrors errors) {
  public ClaimNewView {
    kinds = List.copyOf(kinds);
  }
}
