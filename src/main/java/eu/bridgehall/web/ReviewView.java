package eu.bridgehall.web;

import eu.bridgehall.profiles.Entitlement;
import eu.bridgehall.profiles.Profile;
import java.util.List;

/**
 * A submitted profile, for who confirms it.
 *
 * @param version of the profile, which the decision is about
 * @param reasons for a return
 */
public record ReviewView(
    Profile profile,
    String countryName,
    Entitlement entitlement,
    long version,
    List<String> reasons,
    ReviewForm form,
    FormErrors errors) {
  public ReviewView {
    reasons = List.copyOf(reasons);
  }
}
