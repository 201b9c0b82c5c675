package eu.bridgehall.search.lucene;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds the builds of an index, and a file that names the one in use. Changing over
 * is one atomic move of that file.
 */
final class IndexFolder {
  private static final String CURRENT = "current";
  private static final String PREFIX = "build-";

  private final Path root;

  IndexFolder(Path root) throws IOException {
    this.root = Files.createDirectories(root);
  }

  /** The build in use, if there is one. */
  Optional<Path> current() throws IOException {
    Path pointer = root.resolve(CURRENT);
    if (!Files.exists(pointer)) {
      return Optional.empty();
    }
    Path build = root.resolve(Files.readString(pointer).strip()).normalize();
    return root.equals(build.getParent()) && Files.isDirectory(build)
        ? Optional.of(build)
        : Optional.empty();
  }

  /** A new, empty folder with the next number. */
  Path create() throws IOException {
    long last = 0;
    for (Path build : builds()) {
      String number = build.getFileName().toString().substring(PREFIX.length());
      last = Math.max(last, Long.parseLong(number));
    }
    return Files.createDirectory(root.resolve(PREFIX + (last + 1)));
  }

  /** Makes a build the one in use, for good when this returns. */
  void use(Path build) throws IOException {
    Path next = root.resolve(CURRENT + ".next");
    Files.writeString(next, build.getFileName().toString());
    try (FileChannel file = FileChannel.open(next, StandardOpenOption.WRITE)) {
      file.force(true);
    }
    Files.move(next, root.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(root, StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /** Removes the builds that are not in use, left over from an end in the middle of a build. */
  void deleteOthers(Path inUse) throws IOException {
    for (Path build : builds()) {
      if (!build.equals(inUse)) {
        IndexGeneration.deleteFolder(build);
      }
    }
  }

  private Iterable<Path> builds() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .filter(file -> file.getFileName().toString().matches(PREFIX + "[0-9]{1,18}"))
          .toList();
    }
  }
}
