package eu.bridgehall.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was typed into a form that was refused unread, for the refusal to give it back.
 *
 * @param texts what nobody likes to type again
 * @param again where the form can be sent once more as it is; null where it cannot
 * @param fields what is sent there
 * @param files whether files may have come with it, which are not kept
 */
public record Unsent(
    List<String> texts, @Nullable String again, Map<String, List<String>> fields, boolean files) {
  /** A word, a number or an id is soon typed or chosen again. */
  private static final int LONG = 40;

  /** Fields that are not given back, whatever stands in them. */
  private static final Set<String> SECRET = Set.of("token", "code", FormFilter.FIELD);

  /** What a browser fills in by itself. */
  private static final String NAME = "name";

  public Unsent {
    texts = List.copyOf(texts);
  }

  /**
   * What the form of this request has sent; empty where nothing of it is worth giving back.
   *
   * @param signedIn whether the sender is, and can send it again
   */
  static Optional<Unsent> of(HttpRequest<?> request, boolean signedIn) {
    Map<String, List<String>> sent = SentFilter.of(request).map(Sent::fields).orElseGet(Map::of);
    boolean secret =
        sent.keySet().stream().anyMatch(Unsent::isPassword)
            || sent.containsKey("token")
            || sent.containsKey("code");
    Map<String, List<String>> fields = new LinkedHashMap<>(sent);
    fields.keySet().removeIf(name -> SECRET.contains(name) || isPassword(name));
    List<String> texts =
        fields.entrySet().stream()
            .filter(field -> !field.getKey().equals(NAME))
            .flatMap(field -> field.getValue().stream())
            .filter(Unsent::isText)
            .toList();
    boolean files =
        request.getContentType().filter(MediaType.MULTIPART_FORM_DATA_TYPE::matches).isPresent();
    // a form that another site has made is nobody's to be sent again
    boolean own = LocalPath.before(request) != null;
    String again = signedIn && own && !secret ? LocalPath.of(Pages.path(request)) : null;
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Unsent(texts, again, fields, files));
  }

  private static boolean isPassword(String name) {
    return name.toLowerCase(Locale.ROOT).contains("password");
  }

  private static boolean isText(String value) {
    String text = value.strip();
    return text.length() > LONG || text.chars().anyMatch(Character::isWhitespace);
  }
}
