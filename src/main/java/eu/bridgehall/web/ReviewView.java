package eu.bridgehall.web;

import eu.bridgehall.profiles.Entitlement;
import eu.bridgehall.profiles.Profile;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A submitted profile, for who confirms it.
 *
 * @param authors names of those who have written notes, by their ids
 * @param version of the profile, which the decision is about
 * @param reasons for a return
 * @param mark who works on it, and what automatic signals have found
 */
public record ReviewView(
    Profile profile,
    String countryName,
    Entitlement entitlement,
    Map<UUID, String> authors,
    long version,
    List<String> reasons,
    List<String> noteKinds,
    ReviewForm form,
    NoteForm note,
    FormErrors errors,
    QueueMark mark) {
  public ReviewView {
    authors = Map.copyOf(authors);
    reasons = List.copyOf(reasons);
    noteKinds = List.copyOf(noteKinds);
  }
}
