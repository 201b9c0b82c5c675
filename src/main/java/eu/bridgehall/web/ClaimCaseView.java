package eu.bridgehall.web;

import eu.bridgehall.profiles.ClaimCase;
import java.util.Map;
import java.util.UUID;

/**
 * A claim, for who decides it.
 *
 * @param claimant her name, or what stands for it where the account is gone
 * @param authors names of those who have written notes, by their ids
 */
public record ClaimCaseView(
    ClaimCase it,
    String claimant,
    String countryName,
    Map<UUID, String> authors,
    ClaimDecisionForm form,
    FormErrors errors) {
  public ClaimCaseView {
    authors = Map.copyOf(authors);
  }
}
