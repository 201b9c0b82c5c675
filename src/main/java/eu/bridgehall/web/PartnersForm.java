package eu.bridgehall.web;

import eu.bridgehall.profiles.model.PartnerWishes;
import eu.bridgehall.profiles.model.ProfileContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom an authority seeks, as it was typed.
 *
 * @param regionsOf code of the country whose regions are offered; empty for none
 */
public record PartnersForm(
    List<String> cooperationTypes,
    List<String> countries,
    List<String> regions,
    List<String> traits,
    String minPopulation,
    String maxPopulation,
    String maxDistanceKm,
    boolean ukrainianPartner,
    List<String> musts,
    String capacity,
    String regionsOf)
    implements StepForm {
  public PartnersForm {
    cooperationTypes = List.copyOf(cooperationTypes);
    countries = List.copyOf(countries);
    regions = List.copyOf(regions);
    traits = List.copyOf(traits);
    musts = List.copyOf(musts);
  }

  static PartnersForm of(ProfileContent c) {
    PartnerWishes w = c.wishes();
    return new PartnersForm(
        c.cooperationTypes(),
        w.countries(),
        w.regions(),
        w.traits(),
        Typed.shown(w.minPopulation()),
        Typed.shown(w.maxPopulation()),
        Typed.shown(w.maxDistanceKm()),
        w.ukrainianPartner(),
        w.musts(),
        Typed.shown(c.capacity()),
        "");
  }

  static PartnersForm of(Sent sent) {
    return new PartnersForm(
        sent.ticked("cooperationTypes"),
        sent.ticked("wishes.countries"),
        sent.ticked("wishes.regions"),
        sent.ticked("wishes.traits"),
        sent.one("wishes.minPopulation"),
        sent.one("wishes.maxPopulation"),
        sent.one("wishes.maxDistanceKm"),
        sent.has("wishes.ukrainianPartner"),
        sent.ticked("wishes.musts"),
        sent.one("capacity"),
        sent.one("regionsOf"));
  }

  @Override
  public Map<String, @Nullable Object> changes(ProfileContent stored) {
    Map<String, @Nullable Object> wishes = new HashMap<>();
    wishes.put("countries", countries);
    wishes.put("regions", regions);
    wishes.put("traits", traits);
    wishes.put("minPopulation", Typed.number(minPopulation));
    wishes.put("maxPopulation", Typed.number(maxPopulation));
    wishes.put("maxDistanceKm", Typed.number(maxDistanceKm));
    wishes.put("ukrainianPartner", ukrainianPartner);
    wishes.put("musts", musts);
    Map<String, @Nullable Object> changes = new HashMap<>();
    changes.put("cooperationTypes", cooperationTypes);
    changes.put("wishes", wishes);
    changes.put("capacity", Typed.number(capacity));
    return changes;
  }
}
