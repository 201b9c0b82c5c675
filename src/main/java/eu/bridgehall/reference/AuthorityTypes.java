package eu.bridgehall.reference;

import eu.bridgehall.kernel.DomainException.Invalid;
import jakarta.inject.Singleton;
import java.util.List;

/** The kinds of local and regional authority. */
@Singleton
public final class AuthorityTypes extends Choices {
  /** A territorial community, which only Ukraine has. */
  public static final String HROMADA = "hromada";

  /** Message key of what is told of a type that a country does not have. */
  public static final String ELSEWHERE = "error.authorityTypeElsewhere";

  private static final String UKRAINE = "UA";

  public AuthorityTypes() {
    super("authority-types.tsv", "error.unknownAuthorityType");
  }

  /** The types that an authority of this country can be of, by ordinal. */
  public List<Choice> of(String country) {
    return all().stream().filter(type -> isIn(type.id(), country)).toList();
  }

  /** Whether a type that is known is one of this country's. */
  public boolean isIn(String type, String country) {
    return !HROMADA.equals(type) || UKRAINE.equals(country);
  }

  /**
   * The type of this id, which a client has sent for an authority of this country.
   *
   * @param field path of the field it was sent in
   * @throws Invalid where there is none, or not in this country
   */
  public Choice require(String type, String country, String field) {
    Choice known = require(type, field);
    if (!isIn(type, country)) {
      throw new Invalid(field, ELSEWHERE);
    }
    return known;
  }
}
