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
 * signing key and, without a mail server, its mail. Named by {@code bridgehall.data}. The start
 * ends where it cannot be made or written.
 */
@Singleton
public class DataFolder {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path root;

  DataFolder(@Property(name = "bridgehall.data", defaultValue = "./data") String folder) {
    this.root = Path.of(folder).toAbsolutePath().normalize();
    try {
      makeRoot();
    } catch (IOException e) {
      throw notWritable(e.toString());
    }
    if (!Files.isDirectory(root) || !Files.isWritable(root)) {
      throw notWritable("it is no folder that this user may write to");
    }
  }

  private CannotStart notWritable(String reason) {
    return new CannotStart(
        "The data folder "
            + root
            + " cannot be made or written ("
            + reason
            + "): set BRIDGEHALL_DATA to one that can.");
  }

  /** The folder itself. */
  public Path root() {
    return root;
  }

  /** Makes the folder, for its owner alone: keys, mails and the database lie in it. */
  private void makeRoot() throws IOException {
    if (Files.notExists(root)) {
      Files.createDirectories(root.getParent());
      Files.createDirectory(
          root,
          hasOwners()
              ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
              : new FileAttribute<?>[0]);
    }
  }

  /** Takes every right to a folder from all but its owner. */
  public static void shut(Path folder) throws IOException {
    if (hasOwners()) {
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
    }
  }

  private static boolean hasOwners() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
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
