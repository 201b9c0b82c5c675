package eu.bridgehall.reference;

/**
 * How a place is called.
 *
 * @param id the GeoNames id, or one of our own
 * @param featureCode GeoNames class, as of {@link Place}
 * @param name the main name
 */
public record PlaceName(long id, String featureCode, String name) {}
