package eu.bridgehall.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every step of a profile has around its form.
 *
 * @param version of the profile that was read, which a save is about
 * @param registering whether it is not confirmed yet, so that one step leads to the next
 * @param completeness 0 to 100
 * @param raises what would raise it, the most first
 * @param returned why it was returned; null unless it stands so
 * @param stale whether somebody else was faster than what was just sent
 */
public record EditView(
    UUID id,
    String name,
    long version,
    EditStep step,
    boolean registering,
    List<Line> steps,
    int completeness,
    List<Raise> raises,
    @Nullable Returned returned,
    FormErrors errors,
    boolean stale) {
  public EditView {
    steps = List.copyOf(steps);
    raises = List.copyOf(raises);
  }

  /**
   * A step in the list of all.
   *
   * @param done whether it holds what it must; null for one that the service has filled, of which
   *     nobody can tell whether it was looked at
   */
  public record Line(EditStep step, @Nullable Boolean done) {}

  /**
   * Something that would raise the completeness.
   *
   * @param field as the completeness names it
   * @param link to where it is written
   */
  public record Raise(String field, int points, String link) {}

  /**
   * Why a profile was returned.
   *
   * @param reasons ids of reasons
   */
  public record Returned(List<String> reasons, @Nullable String text) {
    public Returned {
      reasons = List.copyOf(reasons);
    }
  }

  /** Address of a step. */
  public String address(EditStep other) {
    return Addresses.edit(id, other);
  }
}
