package eu.bridgehall.profiles;

import io.micronaut.serde.annotation.Serdeable;
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
  /**
   * A member of the authority.
   *
   * @param hint id of a {@link eu.bridgehall.profiles.model.MailDomainHint}, in small letters
   */
  @Serdeable
  public record Applicant(
      UUID personId, String name, String role, String mailDomain, String hint, Instant since) {}

  /**
   * What somebody did to find out.
   *
   * @param kind {@code call_back}, {@code letter} or {@code other}
   */
  @Serdeable
  public record Note(UUID id, UUID personId, Instant at, String kind, String text) {}
}
