package eu.bridgehall.web;

import eu.bridgehall.accounts.Member;
import eu.bridgehall.accounts.OwnershipChange;
import java.util.List;
import java.util.UUID;

/**
 * Who owns an authority, and who may from now on.
 *
 * @param changes that are open
 * @param hands whether the reader can hand over
 * @param asks whether she can ask
 * @param appoints whether she can make somebody owner unasked
 * @param there whether an owner is there who can sign in: then nobody is appointed
 * @param choices members of whom one can be chosen
 */
public record OwnershipView(
    UUID authority,
    String name,
    List<Member> owners,
    List<OwnershipChange> changes,
    boolean hands,
    boolean asks,
    boolean appoints,
    boolean there,
    List<Option> choices,
    OwnershipForm form,
    FormErrors errors) {
  public OwnershipView {
    owners = List.copyOf(owners);
    changes = List.copyOf(changes);
    choices = List.copyOf(choices);
  }

  /** Whether the reader decides about requests. */
  public boolean decides() {
    return hands || appoints;
  }
}
