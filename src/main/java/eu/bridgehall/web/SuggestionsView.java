package eu.bridgehall.web;

import eu.bridgehall.discovery.FoundAuthority;
import java.util.List;

/** What somebody may mean who has typed the beginning of a name. */
public record SuggestionsView(List<FoundAuthority> authorities, List<FindView.PlaceChoice> places) {
  public SuggestionsView {
    authorities = List.copyOf(authorities);
    places = List.copyOf(places);
  }

  public int size() {
    return authorities.size() + places.size();
  }
}
