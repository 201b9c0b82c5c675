package eu.bridgehall.reference;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.search.PlaceHit;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place as the API gives it; see {@link Place} for what is not said here.
 *
 * @param countryName in the reader's language
 * @param match in a search, how near a name comes; null otherwise
 */
@Serdeable
record PlaceResponse(
    long id,
    String name,
    List<String> nameForms,
    String countryCode,
    String countryName,
    InRegion region,
    @Nullable Long population,
    @Nullable String populationOf,
    @Nullable Integer populationYear,
    @Nullable Position position,
    @Nullable Double areaKm2,
    @Nullable Integer degreeOfUrbanisation,
    @Nullable Boolean coastal,
    List<String> traits,
    @Nullable String katottg,
    @Nullable String lauCode,
    List<Membership> memberships,
    int knownTwinnings,
    @Nullable @Schema(implementation = PlaceHit.Closeness.class) String match) {
  /**
   * Where it lies.
   *
   * @param path codes from the country down to this region
   */
  @Serdeable
  record InRegion(String code, String name, List<String> path) {}

  /** Degrees, WGS 84. */
  @Serdeable
  record Position(double lat, double lon) {
    static @Nullable Position of(@Nullable GeoPoint point) {
      return point == null ? null : new Position(point.lat(), point.lon());
    }
  }

  /** A network that the place is known to be a member of, named in the reader's language. */
  @Serdeable
  record Membership(String id, String name) {}
}
