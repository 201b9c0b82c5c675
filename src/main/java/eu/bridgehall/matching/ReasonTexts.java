package eu.bridgehall.matching;

import eu.bridgehall.discovery.CodeNames;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.scoring.Reason;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in the reader's language what the score gives as reasons. */
@Singleton
class ReasonTexts {
  private final Messages messages;
  private final CodeNames names;

  ReasonTexts(Messages messages, CodeNames names) {
    this.messages = messages;
    this.names = names;
  }

  /** The sentences, one after the other. */
  String text(List<Reason> reasons, Locale reader) {
    return reasons.stream().map(r -> text(r, reader)).collect(Collectors.joining(" "));
  }

  /** One sentence, with the names of the codes in it. */
  String text(Reason reason, Locale reader) {
    Map<String, Object> arguments = new HashMap<>(reason.arguments());
    arguments.replaceAll(
        (name, value) ->
            value instanceof Reason.Codes codes
                ? names.list(codes.kind(), codes.codes(), reader)
                : value);
    return messages.text(reader, reason.key(), arguments);
  }

  /** A text without a reason behind it. */
  String text(String key, Map<String, ?> arguments, Locale reader) {
    return messages.text(reader, key, arguments);
  }
}
