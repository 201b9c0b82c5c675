package eu.bridgehall.search.lucene;

import eu.bridgehall.platform.DataFolder;
import eu.bridgehall.search.PlaceIndex;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Gives the service its place index. */
@Factory
class PlaceIndexFactory {
  /**
   * The index in {@code bridgehall.search.place-index-folder}, by default {@code places-index} in
   * the data folder. Services with the same version of the reference data may share one.
   */
  @Singleton
  @Bean(typed = PlaceIndex.class, preDestroy = "close")
  LucenePlaceIndex placeIndex(
      DataFolder data,
      @Nullable @Property(name = "bridgehall.search.place-index-folder") String folder) {
    return new LucenePlaceIndex(
        folder == null || folder.isBlank() ? data.folder("places-index") : Path.of(folder));
  }
}
