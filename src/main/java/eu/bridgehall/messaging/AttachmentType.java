package eu.bridgehall.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files that a message may have, told by what is in them: PDF and pictures by their first
 * bytes, office files, which are ZIP archives, by what the archive says that it holds. Files with
 * macros are none of these: those of Microsoft Office say that they are something else, and those
 * of OpenDocument keep the macros in folders of their own.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists made by List.of, conditions without a state
enum AttachmentType {
  PDF("application/pdf", List.of("pdf"), starts("%PDF-")),
  PNG("image/png", List.of("png"), starts("\u0089PNG\r\n\u001a\n")),
  JPEG("image/jpeg", List.of("jpg", "jpeg"), starts("\u00ff\u00d8\u00ff")),
  GIF("image/gif", List.of("gif"), starts("GIF87a").or(starts("GIF89a"))),
  WEBP(
      "image/webp",
      List.of("webp"),
      starts("RIFF").and(head -> head.length() >= 12 && head.startsWith("WEBP", 8))),
  DOCX(openXml("wordprocessingml.document"), List.of("docx"), AttachmentType::inArchive),
  XLSX(openXml("spreadsheetml.sheet"), List.of("xlsx"), AttachmentType::inArchive),
  PPTX(openXml("presentationml.presentation"), List.of("pptx"), AttachmentType::inArchive),
  ODT(openDocument("text"), List.of("odt"), AttachmentType::inArchive),
  ODS(openDocument("spreadsheet"), List.of("ods"), AttachmentType::inArchive),
  ODP(openDocument("presentation"), List.of("odp"), AttachmentType::inArchive);

  private static final int HEAD = 16;

  /** The list of what an archive holds is a few kilobytes; more of it is not read. */
  private static final int LIST = 256_000;

  /** Where macros lie: folders of OpenDocument, a file of Microsoft Office. */
  private static final Set<String> MACROS = Set.of("basic", "scripts", "vbaproject.bin");

  private static final Pattern SLASHES = Pattern.compile("[/\\\\]");

  private static final String ARCHIVE = "PK\u0003\u0004";

  private final String mediaType;
  private final List<String> extensions;
  private final Predicate<String> head;

  AttachmentType(String mediaType, List<String> extensions, Predicate<String> head) {
    this.mediaType = mediaType;
    this.extensions = extensions;
    this.head = head;
  }

  String mediaType() {
    return mediaType;
  }

  /** Whether a file of this name is taken for one of this type by the program that opens it. */
  boolean fits(String name) {
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return extensions.contains(end);
  }

  /** What a file chooser is to offer, as {@code accept} wants it. */
  static String accepted() {
    return Arrays.stream(values())
        .flatMap(t -> t.extensions.stream())
        .map(e -> "." + e)
        .collect(Collectors.joining(","));
  }

  /** The type of a file by its content; empty where it is none of these. */
  static Optional<AttachmentType> of(Path file) throws IOException {
    String start;
    try (InputStream in = Files.newInputStream(file)) {
      start = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    }
    Optional<String> held = inArchive(start) ? held(file) : Optional.empty();
    return Stream.of(values())
        .filter(t -> t.head.test(start))
        .filter(t -> !inArchive(start) || held.filter(t.mediaType::equals).isPresent())
        .findFirst();
  }

  private static Optional<String> held(Path file) throws IOException {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      if (archive.stream().map(ZipEntry::getName).anyMatch(AttachmentType::isMacro)) {
        return Optional.empty();
      }
      Optional<String> stated = read(archive, "mimetype");
      if (stated.isPresent()) {
        return stated
            .map(String::strip)
            .filter(type -> Stream.of(ODT, ODS, ODP).anyMatch(t -> t.mediaType.equals(type)));
      }
      return read(archive, "[Content_Types].xml")
          .flatMap(
              list ->
                  Stream.of(DOCX, XLSX, PPTX)
                      .map(AttachmentType::mediaType)
                      .filter(type -> list.contains('"' + type + ".main+xml\""))
                      .findFirst());
    } catch (ZipException broken) {
      return Optional.empty(); // begins as an archive does, and is none
    }
  }

  private static boolean isMacro(String name) {
    List<String> parts = List.of(SLASHES.split(name.toLowerCase(Locale.ROOT)));
    return parts.stream().anyMatch(MACROS::contains);
  }

  private static Optional<String> read(ZipFile archive, String name) throws IOException {
    ZipEntry entry = archive.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = archive.getInputStream(entry)) {
      return Optional.of(new String(in.readNBytes(LIST), StandardCharsets.UTF_8));
    }
  }

  private static boolean inArchive(String head) {
    return head.startsWith(ARCHIVE);
  }

  private static Predicate<String> starts(String signature) {
    return head -> head.startsWith(signature);
  }

  private static String openXml(String kind) {
    return "application/vnd.openxmlformats-officedocument." + kind;
  }

  private static String openDocument(String kind) {
    return "application/vnd.oasis.opendocument." + kind;
  }
}
