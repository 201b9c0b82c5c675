package eu.bridgehall.web;

import eu.bridgehall.kernel.DomainException.FieldError;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Languages and texts, as they were typed; rows without a text are left out. */
public record TextsForm(List<String> languages, List<Row> summaries, List<Row> ideas)
    implements StepForm {
  private static final Pattern PATH = Pattern.compile("texts\\[(\\d+)\\]\\.(\\w+)");

  public TextsForm {
    languages = List.copyOf(languages);
    summaries = List.copyOf(summaries);
    ideas = List.copyOf(ideas);
  }

  /**
   * A text in one language.
   *
   * @param language ISO 639-1; empty where none was chosen
   */
  public record Row(String language, String text) {}

  static TextsForm of(ProfileContent c) {
    return new TextsForm(c.languages(), rows(c, ProfileText.SUMMARY), rows(c, ProfileText.IDEA));
  }

  static TextsForm of(Sent sent) {
    return new TextsForm(sent.ticked("languages"), rows(sent, "summary"), rows(sent, "idea"));
  }

  private static List<Row> rows(ProfileContent c, String kind) {
    return c.texts().stream()
        .filter(t -> kind.equals(t.kind()))
        .map(t -> new Row(Typed.shown(t.language()), Typed.shown(t.text())))
        .toList();
  }

  private static List<Row> rows(Sent sent, String kind) {
    List<String> languages = sent.all(kind + "Language");
    List<String> texts = sent.all(kind + "Text");
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        rows.add(new Row(i < languages.size() ? languages.get(i) : "", texts.get(i)));
      }
    }
    return rows;
  }

  /** Whether this is ticked as a working language. */
  public boolean works(String language) {
    return languages.contains(language);
  }

  @Override
  public Map<String, @Nullable Object> changes(ProfileContent stored) {
    List<FieldError> unnamed = new ArrayList<>();
    nameless("summaryLanguage-", summaries, unnamed);
    nameless("ideaLanguage-", ideas, unnamed);
    if (!unnamed.isEmpty()) {
      throw new Invalid(unnamed);
    }
    return Map.of(
        "languages",
        languages,
        "texts",
        Stream.concat(
                summaries.stream().map(row -> text(ProfileText.SUMMARY, row)),
                ideas.stream().map(row -> text(ProfileText.IDEA, row)))
            .toList());
  }

  private static void nameless(String field, List<Row> rows, List<FieldError> found) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).language().isEmpty()) {
        found.add(new FieldError(field + i, "edit.texts.noLanguage", Map.of()));
      }
    }
  }

  private static ProfileText text(String kind, Row row) {
    return new ProfileText(kind, Typed.text(row.language()), row.text());
  }

  @Override
  public String field(String path) {
    Matcher text = PATH.matcher(path);
    if (!text.matches()) {
      return StepForm.super.field(path);
    }
    int at = Integer.parseInt(text.group(1));
    boolean summary = at < summaries.size();
    return (summary ? "summary" : "idea")
        + ("language".equals(text.group(2)) ? "Language-" : "Text-")
        + (summary ? at : at - summaries.size());
  }
}
