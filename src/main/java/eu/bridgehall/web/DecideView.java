package eu.bridgehall.web;

import java.util.List;

/**
 * The form that decides.
 *
 * @param action where it is sent
 * @param scopes of a restriction; none where nothing is restricted
 * @param sides of a conversation, of which one is chosen; none elsewhere
 * @param languages that those concerned read; empty where nobody is known
 */
public record DecideView(
    String action,
    List<Option> kinds,
    List<Option> scopes,
    List<Option> reasons,
    List<Option> rules,
    List<Option> sides,
    String languages,
    DecideForm form,
    FormErrors errors) {
  public DecideView {
    kinds = List.copyOf(kinds);
    scopes = List.copyOf(scopes);
    reasons = List.copyOf(reasons);
    rules = List.copyOf(rules);
    sides = List.copyOf(sides);
  }
}
