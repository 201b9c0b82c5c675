package eu.bridgehall.accounts;

import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.i18n.Messages;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages in which a person can be written to. */
@Singleton
class InterfaceLanguages {
  private final Messages messages;

  InterfaceLanguages(Messages messages) {
    this.messages = messages;
  }

  /** The language that was chosen; where none was, the one that the request is made in. */
  String check(FieldChecks checks, String field, @Nullable String chosen, Locale spoken) {
    if (chosen == null) {
      return spoken.getLanguage();
    }
    boolean has = messages.languages().stream().anyMatch(l -> l.getLanguage().equals(chosen));
    checks.require(has, field, "accounts.languageUnknown");
    return chosen;
  }
}
