package eu.bridgehall.web;

import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.Twinning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the authority, as it was typed.
 *
 * @param nameForms one on each line
 */
public record FactsForm(
    String type,
    String officialName,
    String nameForms,
    boolean militaryAdministration,
    String population,
    String populationYear,
    String populationSource,
    String areaKm2,
    String degurba,
    List<String> traits,
    String website,
    List<String> memberships,
    List<Twin> twins)
    implements StepForm {
  public FactsForm {
    traits = List.copyOf(traits);
    memberships = List.copyOf(memberships);
    twins = List.copyOf(twins);
  }

  /**
   * A row of a twin town.
   *
   * @param place id of the place; {@value #NO_PLACE} for a town that is not in the gazetteer, empty
   *     for one that was not looked up yet
   */
  public record Twin(String name, String place, String since) {
    /** The town is none of the places. */
    public static final String NO_PLACE = "-";

    @Nullable Long placeId() {
      return place.matches("\\d{1,12}") ? Long.valueOf(place) : null;
    }
  }

  static FactsForm of(ProfileContent c) {
    return new FactsForm(
        Typed.shown(c.type()),
        Typed.shown(c.officialName()),
        String.join("\n", c.nameForms()),
        c.militaryAdministration(),
        Typed.shown(c.population()),
        Typed.shown(c.populationYear()),
        Typed.shown(c.populationSource()),
        Typed.shownDecimal(c.areaKm2()),
        Typed.shown(c.degurba()),
        c.traits(),
        Typed.shown(c.website()),
        c.memberships(),
        c.twinnings().stream().map(FactsForm::twin).toList());
  }

  static FactsForm of(Sent sent) {
    return new FactsForm(
        sent.one("type"),
        sent.one("officialName"),
        sent.one("nameForms"),
        sent.has("militaryAdministration"),
        sent.one("population"),
        sent.one("populationYear"),
        sent.one("populationSource"),
        sent.one("areaKm2"),
        sent.one("degurba"),
        sent.ticked("traits"),
        sent.one("website"),
        sent.ticked("memberships"),
        twins(sent));
  }

  private static Twin twin(Twinning t) {
    return new Twin(
        Typed.shown(t.name()),
        t.placeId() == null ? Twin.NO_PLACE : t.placeId().toString(),
        Typed.shown(t.since()));
  }

  /** The rows that have a name, and after them those that were ticked among the known ones. */
  private static List<Twin> twins(Sent sent) {
    List<String> names = sent.all("twinName");
    List<String> places = sent.all("twinPlace");
    List<String> years = sent.all("twinSince");
    List<Twin> twins = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).isEmpty()) {
        twins.add(new Twin(names.get(i), at(places, i), at(years, i)));
      }
    }
    sent.ticked("knownTwin").forEach(place -> twins.add(new Twin("", place, "")));
    return twins;
  }

  private static String at(List<String> list, int i) {
    return i < list.size() ? list.get(i) : "";
  }

  @Override
  public Map<String, @Nullable Object> changes(ProfileContent stored) {
    if (Typed.isAmbiguous(areaKm2)) {
      String whole = areaKm2.replaceAll("[.,]", "");
      throw new Invalid(
          "areaKm2",
          "edit.facts.areaAmbiguous",
          Map.of("typed", areaKm2, "whole", whole, "decimal", areaKm2 + "0"));
    }
    Map<String, @Nullable Object> changes = new HashMap<>();
    changes.put("type", Typed.text(type));
    changes.put("officialName", Typed.text(officialName));
    changes.put(
        "nameForms",
        Stream.of(nameForms.split("\n", -1)).map(String::strip).filter(f -> !f.isEmpty()).toList());
    changes.put("militaryAdministration", militaryAdministration);
    changes.put("population", Typed.number(population));
    changes.put("populationYear", Typed.number(populationYear));
    changes.put("populationSource", Typed.text(populationSource));
    changes.put("areaKm2", Typed.decimal(areaKm2));
    changes.put("degurba", Typed.number(degurba));
    changes.put("traits", traits);
    changes.put("website", Typed.text(website));
    changes.put("memberships", memberships);
    changes.put(
        "twinnings",
        twins.stream()
            .map(t -> new Twinning(t.placeId(), Typed.text(t.name()), Typed.number(t.since())))
            .toList());
    return changes;
  }

  @Override
  public String field(String path) {
    return path.startsWith("twinnings[")
        ? path.replaceFirst("twinnings\\[(\\d+)\\]\\.since", "twinSince-$1")
            .replaceFirst("twinnings\\[(\\d+)\\].*", "twinName-$1")
        : StepForm.super.field(path);
  }
}
