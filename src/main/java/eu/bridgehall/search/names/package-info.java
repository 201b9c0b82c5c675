/**
 * How names of places are compared, whatever their script: folding and romanisation. Owns no data,
 * uses ICU4J, publishes {@link eu.bridgehall.search.names.NameFolding} and {@link
 * eu.bridgehall.search.names.Romanisation}.
 */
@NullMarked
package eu.bridgehall.search.names;

import org.jspecify.annotations.NullMarked;
