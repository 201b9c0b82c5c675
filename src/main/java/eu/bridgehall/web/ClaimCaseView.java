package eu.bridgehall.web;

import eu.bridgehall.profiles.ClaimCase;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim, for who decides it.
 *
 * @param claimant her name, or what stands for it where the account is gone
 * @param authors names of those who have written notes, by their ids
 * @param mark who works on it; null for owners, to whom the queue is closed, and once it is decided
 */
public record ClaimCaseView(
    ClaimCase it,
    String claimant,
    String countryName,
    Map<UUID, String> authors,
    ClaimDecisionForm form,
    FormErrors errors,
    @Nullable QueueMark mark) {
  public ClaimCaseView {
    authors = Map.copyOf(authors);
  }
}
