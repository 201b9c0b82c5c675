package eu.bridgehall.profiles;

import eu.bridgehall.accounts.Member;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.profiles.model.MailDomainHint;
import eu.bridgehall.profiles.model.NoteKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for the entitlement of those who act for an authority.
 *
 * @param websiteHost host of the website that the profile names; it is the applicant's own word
 */
@Serdeable
public record Entitlement(@Nullable String websiteHost, List<Applicant> members, List<Note> notes) {
  /** A member of the authority. */
  @Serdeable
  public record Applicant(
      UUID personId,
      String name,
      @Schema(implementation = MemberRole.class) String role,
      String mailDomain,
      @Schema(implementation = MailDomainHint.class) String hint,
      Instant since) {
    static Applicant of(Member m, @Nullable String website) {
      String domain = m.email().substring(m.email().lastIndexOf('@') + 1);
      return new Applicant(
          m.personId(),
          m.name(),
          m.role().id(),
          domain,
          MailDomainHint.of(domain, website).id(),
          m.since());
    }
  }

  /** What somebody did to find out. */
  @Serdeable
  public record Note(
      UUID id,
      UUID personId,
      Instant at,
      @Schema(implementation = NoteKind.class) String kind,
      String text) {}
}
