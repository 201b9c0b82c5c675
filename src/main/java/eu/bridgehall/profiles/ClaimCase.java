package eu.bridgehall.profiles;

import eu.bridgehall.profiles.model.MailDomainHint;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim with what speaks for it, for those who decide it.
 *
 * @param hint what the domain of the claimant's address says
 * @param websiteHost host of the website that the profile names; its members' own word
 * @param members those who act for the authority now
 * @param reviewed whether the reader decides it as association or secretariat, who note what they
 *     found out
 * @param notes what reviewers did to find out who is entitled; empty for the authority's owners
 */
@Serdeable
public record ClaimCase(
    Claim claim,
    @Schema(implementation = MailDomainHint.class) String hint,
    @Nullable String websiteHost,
    List<Entitlement.Applicant> members,
    boolean reviewed,
    List<Entitlement.Note> notes) {
  public ClaimCase {
    members = List.copyOf(members);
    notes = List.copyOf(notes);
  }
}
