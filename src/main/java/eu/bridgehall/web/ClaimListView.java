package eu.bridgehall.web;

import eu.bridgehall.profiles.Claim;
import java.util.List;

/**
 * A page of claims.
 *
 * @param pager the pages beside it
 */
public record ClaimListView(List<Claim> claims, long total, Pager pager) {
  public ClaimListView {
    claims = List.copyOf(claims);
  }
}
