package eu.bridgehall.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, is told by what is in it. */
class AttachmentTypeTest {
  private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "PDF, 255044462d312e37",
    "PNG, 89504e470d0a1a0a00",
    "JPEG, ffd8ffe000",
    "GIF, 47494638396100",
    "WEBP, 524946460000000057454250",
  })
  void aSignatureTellsPicturesAndPdf(AttachmentType type, String hex) throws IOException {
    byte[] bytes = java.util.HexFormat.of().parseHex(hex);
    assertEquals(Optional.of(type), AttachmentType.of(file(bytes)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MZ",
        "<html><script>",
        "<svg xmlns='x'>",
        "GIF8",
        "RIFF0000WAVE",
        " %PDF-1.7",
        "PK\u0003\u0004"
      })
  void anythingElseIsNone(String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(Optional.empty(), AttachmentType.of(file(bytes)));
  }

  @ParameterizedTest
  @CsvSource({
    "DOCX, wordprocessingml.document.main",
    "XLSX, spreadsheetml.sheet.main",
    "PPTX, presentationml.presentation.main",
  })
  void anOfficeFileIsToldByItsListOfContents(AttachmentType type, String part) throws IOException {
    Path file = archive("[Content_Types].xml", contents(OPEN_XML + part + "+xml"));
    assertEquals(Optional.of(type), AttachmentType.of(file));
  }

  @ParameterizedTest
  @CsvSource({"ODT, text", "ODS, spreadsheet", "ODP, presentation"})
  void anOpenDocumentSaysWhatItIs(AttachmentType type, String kind) throws IOException {
    Path file = archive("mimetype", "application/vnd.oasis.opendocument." + kind);
    assertEquals(Optional.of(type), AttachmentType.of(file));
  }

  @Test
  void filesWithMacrosAndOtherArchivesAreNone() throws IOException {
    String macros = contents("application/vnd.ms-word.document.macroEnabled.main+xml");
    assertEquals(Optional.empty(), AttachmentType.of(archive("[Content_Types].xml", macros)));
    assertEquals(Optional.empty(), AttachmentType.of(archive("run.exe", "MZ")));
    assertEquals(Optional.empty(), AttachmentType.of(archive("mimetype", "application/epub+zip")));
  }

  @Test
  void aNameMustEndAsTheTypeDoes() {
    assertTrue(AttachmentType.JPEG.fits("Rathaus.JPG"));
    assertFalse(AttachmentType.PDF.fits("invoice.exe"));
    assertFalse(AttachmentType.PDF.fits("pdf."));
  }

  private static String contents(String type) {
    return "<Types><Override PartName=\"/x\" ContentType=\"" + type + "\"/></Types>";
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("file"), content);
  }

  private Path archive(String name, String content) throws IOException {
    Path file = folder.resolve("archive");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return file;
  }
}
