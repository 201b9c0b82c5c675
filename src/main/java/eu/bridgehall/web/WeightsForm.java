package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * The weights in the form's address become those of the authority.
 *
 * @param version of the authority's weights, as the page showed them
 * @param reset said where it goes back to the defaults instead; null otherwise
 */
@Serdeable
public record WeightsForm(@Nullable Long version, @Nullable String reset) {}
