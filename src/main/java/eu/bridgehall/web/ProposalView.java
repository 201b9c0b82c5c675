package eu.bridgehall.web;

import java.util.List;

/**
 * The form that proposes two authorities to each other.
 *
 * @param choice the two, or what of them is chosen by now
 * @param common themes that both profiles speak of
 * @param cooperation all kinds of cooperation
 */
public record ProposalView(
    PairChoice choice,
    List<Option> common,
    List<Option> cooperation,
    IntroductionForm form,
    FormErrors errors) {
  public ProposalView {
    common = List.copyOf(common);
    cooperation = List.copyOf(cooperation);
  }
}
