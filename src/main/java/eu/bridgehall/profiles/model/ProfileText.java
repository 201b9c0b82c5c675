package eu.bridgehall.profiles.model;

import org.jspecify.annotations.Nullable;

/**
 * A text of a profile in one language.
 *
 * @param kind {@code summary} (one for a language) or {@code idea} (a project idea)
 * @param language ISO 639-1
 */
public record ProfileText(@Nullable String kind, @Nullable String language, @Nullable String text) {
  public static final String SUMMARY = "summary";
  public static final String IDEA = "idea";
}
