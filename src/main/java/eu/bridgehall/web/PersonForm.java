package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Name and language of a person. */
@Serdeable
public record PersonForm(@Nullable String name, @Nullable String language) {}
