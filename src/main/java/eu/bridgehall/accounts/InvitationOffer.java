package eu.bridgehall.accounts;

import eu.bridgehall.kernel.MemberRole;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation offers, for who has its link.
 *
 * @param authority name of the authority to become a member of
 * @param email the address that is invited
 * @param inviter name of who invites; null where that account is closed
 * @param hasAccount whether the invited address has an account already
 */
public record InvitationOffer(
    String authority,
    MemberRole role,
    String email,
    @Nullable String inviter,
    boolean hasAccount) {}
