package eu.bridgehall.accounts;

import java.util.Locale;
import java.util.UUID;

/**
 * Somebody with an account, as other features know them.
 *
 * @param email an address that the person has shown to be theirs
 * @param language of mails to them, one of the interface's (ISO 639-1)
 * @param suspended whether the account is closed to them for now
 */
public record Person(UUID id, String email, String name, String language, boolean suspended) {
  /** The language of mails to them. */
  public Locale locale() {
    return Locale.of(language);
  }

  /** What stands after the @ of the address. */
  public String emailDomain() {
    return email.substring(email.lastIndexOf('@') + 1);
  }
}
