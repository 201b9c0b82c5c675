package eu.bridgehall.web;

import eu.bridgehall.accounts.InvitationRow;
import eu.bridgehall.accounts.Member;
import java.util.List;
import java.util.UUID;

/**
 * Who acts for an authority.
 *
 * @param manages whether the reader invites, changes roles and removes others
 * @param invitations open ones; empty for who does not manage
 * @param roles ids of the roles that there are
 */
public record MembersView(
    UUID authority,
    String name,
    List<Member> members,
    boolean manages,
    List<InvitationRow> invitations,
    List<String> roles,
    InviteForm form,
    FormErrors errors) {
  public MembersView {
    members = List.copyOf(members);
    invitations = List.copyOf(invitations);
    roles = List.copyOf(roles);
  }
}
