package eu.bridgehall.reference;

import jakarta.inject.Singleton;

/** The kinds of local and regional authority. */
@Singleton
public final class AuthorityTypes extends Choices {
  public AuthorityTypes() {
    super("authority-types.tsv", "error.unknownAuthorityType");
  }
}
