package eu.bridgehall.profiles;

import eu.bridgehall.profiles.model.ProfileCompleteness;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * How complete a profile is.
 *
 * @param score 0 to 100
 * @param items each field, what it counts, and whether it is there
 * @param missing fields without which it cannot be submitted
 */
@Serdeable
public record Completeness(int score, List<ProfileCompleteness.Item> items, List<String> missing) {}
