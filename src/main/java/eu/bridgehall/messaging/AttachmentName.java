package eu.bridgehall.messaging;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.TextRules;
import java.util.Map;
import java.util.stream.Collectors;

/** The name under which a file is kept: as its sender calls it, where that does no harm. */
final class AttachmentName {
  private static final int LONGEST = 200;

  /** Enough of a name that is refused to tell which file it is. */
  private static final int TOLD = 60;

  private AttachmentName() {}

  /**
   * The name as it is kept.
   *
   * @throws DomainException.Invalid naming the file, and what is wrong with its name
   */
  static String of(String field, String sent) {
    String problem =
        switch (TextRules.problemOfLine(sent, LONGEST).orElse("")) {
          case "error.text.missing" -> "nameMissing";
          case "error.text.characters" -> "nameCharacters";
          case "error.text.tooLong" -> "nameLong";
          default -> problemOfPath(sent);
        };
    if (!problem.isEmpty()) {
      throw new DomainException.Invalid(
          field, "conversations.attachment." + problem, Map.of("name", told(sent), "max", LONGEST));
    }
    return TextRules.line(sent);
  }

  private static String problemOfPath(String sent) {
    if (sent.contains("/") || sent.contains("\\")) {
      return "nameSlash";
    }
    return TextRules.line(sent).startsWith(".") ? "nameDot" : "";
  }

  /** The name with a mark for each character that is not allowed, so that it reads as it runs. */
  private static String told(String sent) {
    String seen =
        sent.codePoints()
            .mapToObj(Character::toString)
            .map(c -> TextRules.problemOfLine("x" + c, LONGEST).isEmpty() ? c : "\uFFFD")
            .collect(Collectors.joining());
    return seen.codePointCount(0, seen.length()) <= TOLD
        ? seen
        : seen.substring(0, seen.offsetByCodePoints(0, TOLD)) + "…";
  }
}
