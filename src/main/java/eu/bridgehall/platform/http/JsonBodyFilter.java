package eu.bridgehall.platform.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import eu.bridgehall.kernel.DomainException;
import io.micronaut.core.annotation.Order;
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

/**
 * Refuses a body that is more, or less, than one JSON document: one with text after its end, with a
 * field twice, or nested deeper than any request is. The mapper that reads it afterwards forgives
 * all of these, and would act on half of what was sent.
 */
@ServerFilter("/api/**")
@Order(JsonBodyFilter.AFTER_SIGN_IN)
class JsonBodyFilter {
  /** Who may not send anything is told so first. */
  static final int AFTER_SIGN_IN = 40_000;

  private static final int DEEPEST = 30;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void check(HttpRequest<?> request) {
    boolean json =
        request
            .getContentType()
            .filter(t -> MediaType.EXTENSION_JSON.equals(t.getExtension()))
            .isPresent();
    if (json && request instanceof ServerHttpRequest<?> sent) {
      try (CloseableByteBody copy = sent.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST);
          CloseableAvailableByteBody all = copy.buffer().join()) {
        if (!isOneDocument(all.toByteArray())) {
          throw new DomainException.Invalid("body", "error.json");
        }
      }
    }
  }

  /** Whether it is one document; nothing at all is one, too, as some requests need no body. */
  private static boolean isOneDocument(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      JsonToken first = parser.nextToken();
      if (first != null && first.isStructStart()) {
        parser.skipChildren();
      }
      return parser.nextToken() == null;
    } catch (IOException malformed) {
      return false;
    }
  }
}
