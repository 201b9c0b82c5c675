package eu.bridgehall.accounts;

import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.kernel.PlatformRole;
import eu.bridgehall.organisations.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account with all that its owner may do, for administrators.
 *
 * @param roles of the secretariat
 * @param association whose officer the person is; null where of none
 * @param authorities whose member the person is
 */
public record AccountSheet(
    Account account,
    List<PlatformRole> roles,
    @Nullable Organisation association,
    List<ActsFor> authorities) {
  public AccountSheet {
    roles = List.copyOf(roles);
    authorities = List.copyOf(authorities);
  }

  /** An authority and what the person is in it. */
  public record ActsFor(UUID authority, String name, MemberRole role, Instant since) {}
}
