package eu.bridgehall.web;

import eu.bridgehall.discovery.ProfileSearch;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.reference.Place;
import eu.bridgehall.reference.Places;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** Proposes authorities, themes and places while their names are typed. */
@Singleton
class Suggestions {
  private static final int AUTHORITIES = 5;
  private static final int PLACES = 5;

  private final ProfileSearch search;
  private final PlacePicker places;

  Suggestions(ProfileSearch search, PlacePicker places) {
    this.search = search;
    this.places = places;
  }

  SuggestionsView of(Actor actor, String typed, Locale reader) {
    List<Place> named = places.search(typed);
    boolean searchable = !typed.isEmpty() && typed.length() <= Places.MAX_QUERY;
    return new SuggestionsView(
        searchable ? search.suggest(actor, typed, AUTHORITIES, reader) : List.of(),
        searchable ? search.themes(typed, reader) : List.of(),
        places.choices(named.stream().limit(PLACES).toList(), reader));
  }
}
