package eu.bridgehall.web;

import eu.bridgehall.discovery.FoundAuthority;
import java.util.List;

/** What somebody may mean who has typed the beginning of a name, or what a theme is called. */
public record SuggestionsView(
    List<FoundAuthority> authorities,
    List<FoundAuthority.CodeName> themes,
    List<FindView.PlaceChoice> places) {
  public SuggestionsView {
    themes = List.copyOf(themes);
    authorities = List.copyOf(authorities);
    places = List.copyOf(places);
  }

  public int size() {
    return authorities.size() + themes.size() + places.size();
  }
}
