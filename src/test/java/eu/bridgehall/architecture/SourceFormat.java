package eu.bridgehall.architecture;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The house style of Java sources: google-java-format, with no unused import. */
public final class SourceFormat {
  private static final Path SOURCES = Path.of("src");

  private SourceFormat() {}

  /** With {@code --write}, rewrites each source that is not in the house style. */
  public static void main(String[] args) throws IOException {
    for (Path source : unformatted()) {
      if (args.length == 1 && args[0].equals("--write")) {
        Files.writeString(source, formatted(source));
      }
      System.out.println(source);
    }
  }

  /** The sources that are not in the house style. */
  static List<Path> unformatted() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .sorted()
          .parallel()
          .filter(f -> !read(f).equals(formatted(f)))
          .toList();
    }
  }

  private static String formatted(Path source) {
    try {
      return new Formatter()
          .formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(read(source)));
    } catch (FormatterException e) {
      throw new IllegalStateException(source + " cannot be parsed", e);
    }
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
