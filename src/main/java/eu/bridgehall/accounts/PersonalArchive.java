package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.DataFolder;
import eu.bridgehall.platform.i18n.Messages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All that is kept of a person in one file to take away: as JSON for programs, as a page in her
 * language, and the files that she has sent.
 */
@Singleton
public class PersonalArchive {
  /** How the file is called. */
  public static final String NAME = "bridgehall-my-data.zip";

  /** Who needs longer to read it has gone away. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final String JSON = "data.json";
  private static final String PAGE = "my-data.html";
  private static final String FILES = "files/";
  private static final String STYLE = "accounts/archive.css";

  private final PersonalData data;
  private final AccountService accounts;
  private final ArchiveSheets sheets;
  private final Messages messages;
  private final JsonMapper json;
  private final DataFolder folder;
  private final Clock clock;
  private final String css = style();
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  PersonalArchive(
      PersonalData data,
      AccountService accounts,
      ArchiveSheets sheets,
      Messages messages,
      JsonMapper json,
      DataFolder folder,
      Clock clock) {
    this.data = data;
    this.accounts = accounts;
    this.sheets = sheets;
    this.messages = messages;
    this.json = json;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * The archive of the person who asks. It is written beside the service's own data first, for it
   * may be large, and is gone from there once it is read to its end.
   */
  @Transactional
  public StreamedFile of(Actor actor) {
    try {
      Path file = Files.createTempFile(swept(), "archive", ".zip");
      try {
        try (OutputStream out = Files.newOutputStream(file)) {
          write(actor, out);
        }
        long size = Files.size(file);
        InputStream content = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        return new StreamedFile(content, MediaType.of("application/zip"), clock.millis(), size)
            .attach(NAME);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder, without what nobody has read to its end. */
  private Path swept() throws IOException {
    Path tmp = folder.folder("tmp");
    try (DirectoryStream<Path> left = Files.newDirectoryStream(tmp, "archive*.zip")) {
      for (Path file : left) {
        if (isLeft(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
    return tmp;
  }

  private boolean isLeft(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(LONGEST));
    } catch (NoSuchFileException e) {
      return false; // read meanwhile
    }
  }

  private void write(Actor actor, OutputStream out) throws IOException {
    Locale language = accounts.get(actor).locale();
    Map<String, Object> all = data.collect(actor);
    List<PersonalFile> files = data.files(actor);
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      put(zip, JSON, json.writeValueAsBytes(all));
      put(zip, PAGE, page(actor, all, files, language).getBytes(StandardCharsets.UTF_8));
      for (PersonalFile file : files) {
        put(zip, address(file), file.content().get());
      }
    }
  }

  private String page(
      Actor actor, Map<String, Object> all, List<PersonalFile> files, Locale language)
      throws IOException {
    ArchivePage page =
        new ArchivePage(
            language,
            messages,
            ArchiveSheets.moment(clock.instant(), language),
            sheets.of(actor, json.writeValueToTree(all), language),
            files.stream().map(f -> new ArchiveSheet.Field(f.name(), address(f))).toList(),
            css);
    StringOutput html = new StringOutput();
    templates.render("account/archive.jte", Map.of("archive", page), html);
    return html.toString();
  }

  /** Nothing of a name leads out of its folder, whatever unpacks it. */
  private static String address(PersonalFile file) {
    String name = file.name().replaceAll("[^\\p{L}\\p{M}\\p{N}._ -]", "_").replaceAll("^\\.+", "_");
    return FILES + file.id() + "/" + (name.isBlank() ? "_" : name);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static String style() {
    try (InputStream in =
        Objects.requireNonNull(
            PersonalArchive.class.getClassLoader().getResourceAsStream(STYLE), STYLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
