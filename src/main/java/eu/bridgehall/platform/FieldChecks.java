package eu.bridgehall.platform;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.FieldError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of one request and tells all that is wrong at once. Each check gives the value
 * as it is to be kept, or a stand-in where it is wrong, which {@link #done} lets nobody use.
 */
public final class FieldChecks {
  /** Message key of a value that is none of a list; its argument names the ids of the list. */
  public static final String NO_CHOICE = "error.choice";

  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_WEBSITE = 500;
  private static final Pattern LOCAL_PART =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

  private final List<FieldError> errors = new ArrayList<>();

  /** Whether nothing was found wrong so far. */
  public boolean areRight() {
    return errors.isEmpty();
  }

  /** A line that must be there, such as a name. */
  public String line(String field, @Nullable String value, int max) {
    Optional<String> problem = TextRules.problemOfLine(value, max);
    return kept(field, value, max, problem).map(TextRules::line).orElse("");
  }

  /** A line that may be missing or empty, which is the same. */
  public @Nullable String optionalLine(String field, @Nullable String value, int max) {
    return isEmpty(value) ? null : line(field, value, max);
  }

  /** A text of several lines that must be there. */
  public String text(String field, @Nullable String value, int max) {
    Optional<String> problem = TextRules.problemOfText(value, max);
    return kept(field, value, max, problem).map(TextRules::text).orElse("");
  }

  /** A text of several lines that may be missing or empty, which is the same. */
  public @Nullable String optionalText(String field, @Nullable String value, int max) {
    return isEmpty(value) ? null : text(field, value, max);
  }

  /** An e-mail address that must be there; its domain is kept in lower case and in ASCII. */
  public String email(String field, @Nullable String value) {
    Optional<String> address = address(value);
    if (address.isEmpty()) {
      refuse(field, "error.email");
    }
    return address.orElse("");
  }

  /** The same of what need be none, such as what is looked up: empty where it is no address. */
  public static Optional<String> address(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).flatMap(FieldChecks::wellFormed);
  }

  /** The address of a website, http or https, that may be missing or empty. */
  public @Nullable String optionalWebsite(String field, @Nullable String value) {
    if (isEmpty(value)) {
      return null;
    }
    String address = line(field, value, LONGEST_WEBSITE);
    if (!address.isEmpty() && !isWebsite(address)) {
      refuse(field, "error.website");
    }
    return address;
  }

  /** A value that must be there; null only where {@link #done} will refuse. */
  public <T> @Nullable T present(String field, @Nullable T value) {
    if (value == null) {
      refuse(field, "error.text.missing");
    }
    return value;
  }

  /** A value of an enum by its id, which must be there; null only where {@link #done} refuses. */
  public <E extends Enum<E> & Coded> @Nullable E choice(
      String field, @Nullable String id, Class<E> type) {
    E value = Coded.find(type, id).orElse(null);
    if (value == null) {
      errors.add(noChoice(field, type));
    }
    return value;
  }

  /**
   * A value of an enum by its id, where nothing else is to be checked.
   *
   * @throws DomainException.Invalid naming the field and the ids that there are
   */
  public static <E extends Enum<E> & Coded> E chosen(
      String field, @Nullable String id, Class<E> type) {
    return Coded.find(type, id)
        .orElseThrow(() -> new DomainException.Invalid(List.of(noChoice(field, type))));
  }

  private static <E extends Enum<E> & Coded> FieldError noChoice(String field, Class<E> type) {
    return new FieldError(field, NO_CHOICE, Map.of("values", Coded.ids(type)));
  }

  /** Says that a field is wrong unless the condition holds. */
  public void require(boolean condition, String field, String key) {
    if (!condition) {
      refuse(field, key);
    }
  }

  /** Says that a field is wrong. */
  public void refuse(String field, String key) {
    refuse(field, key, Map.of());
  }

  /** Says that a field is wrong, with what fills the sentence. */
  public void refuse(String field, String key, Map<String, Object> arguments) {
    errors.add(new FieldError(field, key, arguments));
  }

  /**
   * Ends the checks.
   *
   * @throws DomainException.Invalid with every field that was wrong
   */
  public void done() {
    if (!errors.isEmpty()) {
      throw new DomainException.Invalid(errors);
    }
  }

  private Optional<String> kept(
      String field, @Nullable String value, int max, Optional<String> problem) {
    problem.ifPresent(key -> refuse(field, key, Map.of("max", max)));
    return problem.isPresent() ? Optional.empty() : Optional.ofNullable(value);
  }

  private static boolean isEmpty(@Nullable String value) {
    return value == null || value.isBlank();
  }

  private static Optional<String> wellFormed(String value) {
    int at = value.lastIndexOf('@');
    if (at < 1 || at > LONGEST_LOCAL_PART || value.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    String local = value.substring(0, at);
    return domain(value.substring(at + 1))
        .filter(domain -> LOCAL_PART.matcher(local).matches())
        .map(domain -> local + '@' + domain)
        .filter(address -> address.length() <= LONGEST_ADDRESS);
  }

  private static Optional<String> domain(String name) {
    try {
      return Optional.of(java.net.IDN.toASCII(name).toLowerCase(Locale.ROOT))
          .filter(d -> DOMAIN.matcher(d).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no name of a domain can be written so
    }
  }

  private static boolean isWebsite(String address) {
    try {
      URI uri = new URI(address);
      return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
