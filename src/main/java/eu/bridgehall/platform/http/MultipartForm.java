package eu.bridgehall.platform.http;

import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import io.micronaut.http.server.multipart.MultipartBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;

/**
 * A form with files. The files lie in temporary files until it is closed, so that large ones take
 * no memory.
 */
public final class MultipartForm implements AutoCloseable {
  /** More than any text field of ours may hold, in bytes. */
  private static final int LONGEST_FIELD = 100_000;

  /** The field in which files are sent. */
  private static final String FILE = "file";

  private final Map<String, List<String>> fields = new HashMap<>();
  private final List<Upload> files = new ArrayList<>();

  private MultipartForm() {}

  /**
   * A file as it was sent.
   *
   * @param name what the sender calls it, unchecked
   */
  public record Upload(String name, Path file) {}

  /**
   * Reads a form to its end, for whoever may send one; waits for what is not there yet.
   *
   * @param permission throws where she may not: then nothing of it is read
   */
  public static MultipartForm read(MultipartBody body, Runnable permission) {
    try {
      permission.run();
    } catch (RuntimeException refusal) {
      // one that nobody lets go of would keep its connection from the next request
      Flux.from(body).subscribe().dispose();
      throw refusal;
    }
    MultipartForm form = new MultipartForm();
    try {
      Flux.from(body).doOnNext(form::take).then().block();
      return form;
    } catch (RuntimeException broken) {
      form.close();
      throw broken;
    }
  }

  /** The value of a field; empty where it was not sent. */
  public String field(String name) {
    List<String> values = fields(name);
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** All values of a field. */
  public List<String> fields(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** The files that were chosen; what stood in another field than theirs is left out. */
  public List<Upload> files() {
    return List.copyOf(files);
  }

  private void take(CompletedPart part) {
    try (InputStream in = part.getInputStream()) {
      if (!(part instanceof CompletedFileUpload upload)) {
        String value = new String(in.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
        fields.computeIfAbsent(part.getName(), name -> new ArrayList<>()).add(value);
      } else if (FILE.equals(part.getName()) && !upload.getFilename().isEmpty()) {
        Path file = Files.createTempFile("bridgehall-upload", null);
        files.add(new Upload(upload.getFilename(), file));
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the temporary files. */
  @Override
  public void close() {
    for (Upload upload : files) {
      try {
        Files.deleteIfExists(upload.file());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
