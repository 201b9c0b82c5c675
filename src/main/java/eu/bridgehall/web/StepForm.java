package eu.bridgehall.web;

import eu.bridgehall.profiles.model.ProfileContent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person has typed in one step of a profile. */
public sealed interface StepForm
    permits FactsForm, ThemesForm, PartnersForm, TextsForm, ContactForm {
  /**
   * The parts of the profile that belong to this step, and no others: a merge patch.
   *
   * @param stored what the profile holds
   * @throws eu.bridgehall.kernel.DomainException.Invalid where the step itself is not complete
   */
  Map<String, @Nullable Object> changes(ProfileContent stored);

  /** The field of the form for a path that the profile's check names. */
  default String field(String path) {
    int list = path.indexOf('[');
    return list < 0 ? path : path.substring(0, list);
  }
}
