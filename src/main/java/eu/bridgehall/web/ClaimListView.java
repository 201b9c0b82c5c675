package eu.bridgehall.web;

import eu.bridgehall.profiles.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of claims.
 *
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
public record ClaimListView(
    List<Claim> claims, long total, @Nullable String previous, @Nullable String next) {
  public ClaimListView {
    claims = List.copyOf(claims);
  }
}
