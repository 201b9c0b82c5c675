package eu.bridgehall.web;

import eu.bridgehall.notifications.Unsubscription;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a form of a page has sent before anything is decided about it, so that whoever is
 * refused because she was signed out, or her form is out of date, gets back what she has typed.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(SentFilter.BEFORE_SIGN_IN)
class SentFilter {
  /** Before the security filter, which refuses whoever is not signed in. */
  static final int BEFORE_SIGN_IN = 38_000;

  private static final String SENT = "bridgehall.sent";

  /** What takes no form, or takes it from everybody. */
  private static final List<String> OTHERS = List.of("/api/", Unsubscription.PATH);

  /** Of a form with files, whose texts come first, in bytes. */
  private static final int BEGINNING = 200_000;

  /** What the form of this request has sent; of one with files the texts that come first. */
  static Optional<Sent> of(HttpRequest<?> request) {
    return request.getAttribute(SENT, Sent.class);
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void read(HttpRequest<?> request) {
    MediaType type = request.getContentType().orElse(null);
    if (type == null
        || request.getMethod() != HttpMethod.POST
        || OTHERS.stream().anyMatch(request.getPath()::startsWith)
        || !(request instanceof ServerHttpRequest<?> sent)) {
      return;
    }
    String boundary = type.getParameters().get("boundary").orElse("");
    if (MediaType.APPLICATION_FORM_URLENCODED_TYPE.matches(type)) {
      request.setAttribute(SENT, fields(sent));
    } else if (MediaType.MULTIPART_FORM_DATA_TYPE.matches(type) && !boundary.isEmpty()) {
      request.setAttribute(SENT, beginning(sent, boundary));
    }
  }

  private static Sent fields(ServerHttpRequest<?> sent) {
    try (CloseableByteBody copy = sent.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST);
        CloseableAvailableByteBody all = copy.buffer().join()) {
      return Sent.of(all.toString(StandardCharsets.UTF_8));
    }
  }

  private static Sent beginning(ServerHttpRequest<?> sent, String boundary) {
    try (CloseableByteBody copy = sent.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST);
        InputStream in = copy.toInputStream()) {
      return Sent.of(in.readNBytes(BEGINNING), boundary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
