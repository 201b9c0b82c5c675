package eu.bridgehall.discovery;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * An authority as it stands on a map.
 *
 * @param lat latitude in degrees, as exact as others may know it
 * @param lon longitude in degrees, as exact as others may know it
 */
@Serdeable
public record MapPoint(UUID id, String name, double lat, double lon) {}
