package eu.bridgehall.platform;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the service keeps what must outlive it: the embedded database, the search indexes, the
 * signing key and, without a mail server, its mail. Named by {@code bridgehall.data}.
 */
@Singleton
public class DataFolder {
  private final Path root;

  DataFolder(@Property(name = "bridgehall.data", defaultValue = "./data") String folder) {
    this.root = Path.of(folder).toAbsolutePath().normalize();
  }

  /** The folder itself, which may not exist yet. */
  public Path root() {
    return root;
  }

  /** The sub-folder of this name, made if it is not there. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + root.resolve(name), e);
    }
  }
}
