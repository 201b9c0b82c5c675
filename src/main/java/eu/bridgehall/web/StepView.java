package eu.bridgehall.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the form of a step offers, and what was typed in it. */
public sealed interface StepView {
  /**
   * What is known of the authority.
   *
   * @param where names of the regions it lies in, the smallest first
   * @param populationLabel of when the population is; null where nothing is to be said
   * @param vouched whether a change of type or name has to be confirmed again
   * @param known twin towns that public lists know and the profile does not name
   */
  record Facts(
      FactsForm form,
      String where,
      @Nullable String katottg,
      @Nullable String populationLabel,
      boolean ukrainian,
      boolean vouched,
      List<Option> types,
      List<Option> traits,
      List<Option> networks,
      List<TwinRow> twins,
      List<Option> known)
      implements StepView {}

  /**
   * A row of a twin town.
   *
   * @param places which place it may be; empty where nothing is to be chosen
   */
  record TwinRow(FactsForm.Twin twin, List<Option> places) {}

  /** Needs, offers and shared interests. */
  record Themes(ThemesForm form, List<OptionGroup> groups) implements StepView {}

  /**
   * Whom it seeks.
   *
   * @param chosenRegions those wished that are not among the offered ones
   * @param regions those of the country that was asked for
   */
  record Partners(
      PartnersForm form,
      List<Option> cooperation,
      List<Option> countries,
      List<Option> traits,
      List<Option> musts,
      List<Option> chosenRegions,
      List<Option> regions)
      implements StepView {}

  /**
   * Languages and texts.
   *
   * @param offered the languages of Europe
   * @param others the other ones
   * @param summaries what is there, and after it empty rows
   * @param ideas what is there, and after it an empty row
   * @param lacksEnglish whether there is no summary in English
   */
  record Texts(
      TextsForm form,
      List<Option> offered,
      List<Option> others,
      List<TextsForm.Row> summaries,
      List<TextsForm.Row> ideas,
      boolean lacksEnglish)
      implements StepView {}

  /**
   * Contact and consent.
   *
   * @param ukrainian whether position and contact are hidden by the start
   * @param agreed whether a contact stands in the profile, to which those concerned have agreed
   */
  record ContactPart(ContactForm form, boolean ukrainian, boolean agreed) implements StepView {}

  /**
   * Everything as others will see it.
   *
   * @param as who sees it: {@code public}, {@code members} or {@code contact}
   * @param missing what the profile cannot be submitted without
   * @param maySubmit whether the reader can submit it at all
   */
  record Check(AuthorityView preview, String as, List<Missing> missing, boolean maySubmit)
      implements StepView {}

  /** What a profile cannot be submitted without, and where it is written. */
  record Missing(String field, String link) {}
}
