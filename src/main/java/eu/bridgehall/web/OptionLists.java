package eu.bridgehall.web;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.reference.AuthorityTypes;
import eu.bridgehall.reference.Choice;
import eu.bridgehall.reference.CooperationTypes;
import eu.bridgehall.reference.Countries;
import eu.bridgehall.reference.Themes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The lists that forms offer, named and ordered for the reader. */
@Singleton
class OptionLists {
  private final Countries countries;
  private final AuthorityTypes types;
  private final CooperationTypes cooperation;
  private final Themes themes;

  OptionLists(
      Countries countries, AuthorityTypes types, CooperationTypes cooperation, Themes themes) {
    this.countries = countries;
    this.types = types;
    this.cooperation = cooperation;
    this.themes = themes;
  }

  /** The countries and territories, in the order of their names. */
  List<Option> countries(Locale reader) {
    Collator collator = Collator.getInstance(ULocale.forLocale(reader));
    return countries.all().stream()
        .map(c -> new Option(c.code(), c.name(reader)))
        .sorted(Comparator.comparing(Option::name, collator::compare))
        .toList();
  }

  /** The types of authorities. */
  List<Option> types(Locale reader) {
    return named(types.all(), reader);
  }

  /** The kinds of cooperation. */
  List<Option> cooperation(Locale reader) {
    return named(cooperation.all(), reader);
  }

  /** The themes, under their fields. */
  List<OptionGroup> themes(Locale reader) {
    return themes.fields().stream()
        .map(
            field ->
                new OptionGroup(
                    field.name(reader),
                    themes.choosable().stream()
                        .filter(t -> field.id().equals(t.parent()))
                        .map(t -> new Option(t.id(), t.name(reader)))
                        .toList()))
        .toList();
  }

  /** The choices, in their own order. */
  static List<Option> named(List<Choice> choices, Locale reader) {
    return choices.stream().map(c -> new Option(c.id(), c.name(reader))).toList();
  }
}
