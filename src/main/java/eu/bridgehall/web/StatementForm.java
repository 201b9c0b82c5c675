package eu.bridgehall.web;

import eu.bridgehall.moderation.CorrectionRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is said to a decision.
 *
 * @param text of an appeal
 * @param content what a hidden message says from now on; null where that was not sent
 * @param note what there is to say to a correction
 */
public record StatementForm(String text, @Nullable String content, String note) {
  static final StatementForm EMPTY = new StatementForm("", null, "");

  static StatementForm of(Sent sent) {
    String content = sent.fields().containsKey("content") ? sent.one("content") : null;
    return new StatementForm(sent.one("text"), content, sent.one("note"));
  }

  CorrectionRequest correction() {
    return new CorrectionRequest(content, note);
  }
}
