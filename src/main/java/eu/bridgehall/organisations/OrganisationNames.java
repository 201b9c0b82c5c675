package eu.bridgehall.organisations;

import eu.bridgehall.platform.http.RequestLanguage;
import eu.bridgehall.platform.i18n.Messages;
import jakarta.inject.Singleton;
import java.util.Locale;

/**
 * What organisations are called. Authorities and associations have names of their own; the
 * secretariat is called in the reader's language what it is.
 */
@Singleton
public class OrganisationNames {
  private final Messages messages;
  private final RequestLanguage language;

  OrganisationNames(Messages messages, RequestLanguage language) {
    this.messages = messages;
    this.language = language;
  }

  /** The name in the language of the request that is being answered; in English beside any. */
  public String of(Organisation organisation) {
    return of(organisation, language.now());
  }

  /** The name in a language. */
  public String of(Organisation organisation, Locale reader) {
    return organisation.kind() == OrganisationKind.SECRETARIAT
        ? messages.text(reader, "organisations.secretariat")
        : organisation.name();
  }
}
