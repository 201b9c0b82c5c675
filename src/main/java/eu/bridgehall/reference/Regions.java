package eu.bridgehall.reference;

import eu.bridgehall.kernel.DomainException.Invalid;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one tree of regions: NUTS 0 to 3, oblast and raion, first divisions elsewhere. */
@Singleton
public final class Regions {
  private final Map<String, Region> byCode;

  public Regions(Countries countries) {
    byCode = new RegionFiles(countries).read();
  }

  /** Every region of this version and, not served any more, of the one before, parents first. */
  public Collection<Region> all() {
    return Collections.unmodifiableCollection(byCode.values());
  }

  /** The served regions of a country (ISO 3166-1 alpha-2), its root among them. */
  public List<Region> ofCountry(String countryCode) {
    return byCode.values().stream()
        .filter(r -> r.served() && r.countryCode().equals(countryCode))
        .toList();
  }

  /** The region of this code. */
  public Optional<Region> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Whether there is a served region of this code. */
  public boolean exists(String code) {
    return find(code).map(Region::served).orElse(false);
  }

  /** The codes from the country down to the region itself; empty for an unknown code. */
  public List<String> path(@Nullable String code) {
    List<String> path = new ArrayList<>();
    for (Region r = code == null ? null : byCode.get(code);
        r != null;
        r = r.parent() == null ? null : byCode.get(r.parent())) {
      path.add(r.code());
    }
    return List.copyOf(path.reversed());
  }

  /** Whether the first region is the second or lies in it. */
  public boolean isWithin(String code, String ancestor) {
    return path(code).contains(ancestor);
  }

  /**
   * The served region of this code, which a client has sent.
   *
   * @param field path of the field it was sent in
   * @throws Invalid where there is none
   */
  public Region require(String code, String field) {
    Region region = byCode.get(code);
    if (region == null || !region.served()) {
      throw new Invalid(field, "error.unknownRegion");
    }
    return region;
  }
}
