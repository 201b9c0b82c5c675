package eu.bridgehall.web;

import eu.bridgehall.kernel.DomainException.Invalid;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the forms about the owners of an authority send; each sends a part of it.
 *
 * @param replaces {@code yes} where the present owners are editors then
 * @param grant {@code yes} or {@code no}
 */
@Serdeable
public record OwnershipForm(
    @Nullable String to,
    @Nullable String keeps,
    @Nullable String person,
    @Nullable String text,
    @Nullable String replaces,
    @Nullable String grant) {
  static final OwnershipForm NOTHING = new OwnershipForm(null, null, null, null, null, null);

  /** Whether the box was ticked; one that is not is not sent. */
  public boolean replacesAll() {
    return "yes".equals(replaces);
  }

  /** What was chosen; null where nothing was. */
  @Nullable Boolean granted() {
    return grant == null ? null : Boolean.valueOf("yes".equals(grant));
  }

  /** An id that was chosen from a list; null where nothing was. */
  static @Nullable UUID chosen(String field, @Nullable String id) {
    if (id == null || id.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new Invalid(field, "members.ownership.noMember");
    }
  }
}
