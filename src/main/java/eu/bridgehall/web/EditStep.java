package eu.bridgehall.web;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps in which a profile is written, in their order; the town has been chosen before. */
public enum EditStep implements Coded {
  FACTS,
  THEMES,
  PARTNERS,
  TEXTS,
  CONTACT,
  CHECK;

  private static final List<EditStep> ORDER = List.of(values());

  /** Where in its step a part is written that has no field of its own name. */
  private static final Map<String, String> ANCHORS =
      Map.of(
          "summary", "texts",
          "summaryLength", "texts",
          "summaryEnglish", "texts",
          "wishes", "wishes.countries");

  /**
   * The step of this id.
   *
   * @throws NotFound where there is none
   */
  static EditStep of(String id) {
    return Coded.find(EditStep.class, id).orElseThrow(() -> new NotFound("error.http.404"));
  }

  /** The step in which the part of a profile is written that a path begins with. */
  static EditStep holding(String path) {
    String part = part(path);
    return ORDER.stream().filter(s -> s.parts().contains(part)).findFirst().orElse(CHECK);
  }

  /** Where on the page of its step a part is written: smaller numbers stand higher. */
  static int place(String path) {
    return holding(path).parts().indexOf(part(path));
  }

  /** What is written in the step, as it follows on its page. */
  private List<String> parts() {
    return switch (this) {
      case FACTS ->
          List.of(
              "officialName",
              "type",
              "website",
              "nameForms",
              "population",
              "populationYear",
              "populationSource",
              "areaKm2",
              "degurba",
              "traits",
              "militaryAdministration",
              "memberships",
              "twinnings");
      case THEMES -> List.of("needs", "offers", "interests");
      case PARTNERS -> List.of("cooperationTypes", "wishes", "capacity");
      case TEXTS ->
          List.of("languages", "texts", "summary", "summaryLength", "summaryEnglish", "ideas");
      case CONTACT -> List.of("contact", "visibility", "positionHidden", "contactHidden");
      case CHECK -> List.of();
    };
  }

  /** The part of a profile that a path begins with. */
  static String part(String path) {
    return path.split("[.\\[]", 2)[0];
  }

  /** The field of a step in which a part is written, as an address names it. */
  static String anchor(String path) {
    return "#f-" + ANCHORS.getOrDefault(path, path);
  }

  /** Counted from 1, after the search for the town. */
  public int number() {
    return ORDER.indexOf(this) + 2;
  }

  /** How many steps there are, the search for the town among them. */
  public static int count() {
    return ORDER.size() + 1;
  }

  Optional<EditStep> next() {
    return ORDER.stream().skip(ORDER.indexOf(this) + 1L).findFirst();
  }

  Optional<EditStep> previous() {
    return ORDER.stream().takeWhile(step -> step != this).reduce((one, other) -> other);
  }
}
