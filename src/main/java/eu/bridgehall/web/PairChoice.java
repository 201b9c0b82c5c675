package eu.bridgehall.web;

import eu.bridgehall.discovery.FoundAuthority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two authorities that are being chosen, one after the other, by their names.
 *
 * @param address of the page on which that is done
 * @param one the first; null while it is to be chosen
 * @param other the second; null while it is to be chosen
 * @param typed the beginning of a name
 * @param hits those that may be meant
 */
public record PairChoice(
    String address,
    @Nullable FoundAuthority one,
    @Nullable FoundAuthority other,
    String typed,
    List<FoundAuthority> hits) {
  public PairChoice {
    hits = List.copyOf(hits);
  }

  /** Whether both are chosen. */
  public boolean complete() {
    return one != null && other != null;
  }

  /** The same with the second still to be chosen. */
  PairChoice withoutOther() {
    return new PairChoice(address, one, null, typed, hits);
  }

  /** The address of the page with this one chosen, too. */
  public String with(FoundAuthority chosen) {
    return one == null
        ? address + "?one=" + chosen.id()
        : address + "?one=" + one.id() + "&other=" + chosen.id();
  }
}
