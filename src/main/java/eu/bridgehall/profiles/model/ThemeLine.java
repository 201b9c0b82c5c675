package eu.bridgehall.profiles.model;

import org.jspecify.annotations.Nullable;

/**
 * A theme that an authority needs, offers or is interested in.
 *
 * @param theme id of the theme
 * @param note what exactly, in the authority's words; shown to other authorities only
 */
public record ThemeLine(@Nullable String theme, @Nullable String note) {}
