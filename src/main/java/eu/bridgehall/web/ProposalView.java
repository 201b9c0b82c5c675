package eu.bridgehall.web;

import eu.bridgehall.matching.ToldMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that proposes two authorities to each other.
 *
 * @param choice the two, or what of them is chosen by now
 * @param match how well they fit; null while not both are chosen, and where that is not known
 * @param obstacle why they cannot be proposed now, in words; null where they can
 * @param common themes that both profiles speak of
 * @param cooperation all kinds of cooperation
 */
public record ProposalView(
    PairChoice choice,
    @Nullable ToldMatch match,
    @Nullable String obstacle,
    List<Option> common,
    List<Option> cooperation,
    IntroductionForm form,
    FormErrors errors) {
  public ProposalView {
    common = List.copyOf(common);
    cooperation = List.copyOf(cooperation);
  }

  /** Whether the form has a use: what was sent and refused is kept to be copied. */
  public boolean open() {
    return obstacle == null || !errors.isEmpty();
  }
}
