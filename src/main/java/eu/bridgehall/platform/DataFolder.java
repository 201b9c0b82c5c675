package eu.bridgehall.platform;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where the service keeps what must outlive it: the embedded database, the search indexes, the
 * signing key and, without a mail server, its mail. Named by {@code bridgehall.data}.
 */
@Singleton
public class DataFolder {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path root;

  DataFolder(@Property(name = "bridgehall.data", defaultValue = "./data") String folder) {
    this.root = Path.of(folder).toAbsolutePath().normalize();
  }

  /** The folder itself, which may not exist yet. */
  public Path root() {
    return root;
  }

  /** Makes the folder, for its owner alone: keys, mails and the database lie in it. */
  public void makeRoot() throws IOException {
    if (Files.notExists(root)) {
      boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
      Files.createDirectories(root.getParent());
      Files.createDirectory(
          root,
          posix
              ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
              : new FileAttribute<?>[0]);
    }
  }

  /** The sub-folder of this name, made if it is not there. */
  public Path folder(String name) {
    try {
      makeRoot();
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + root.resolve(name), e);
    }
  }
}
