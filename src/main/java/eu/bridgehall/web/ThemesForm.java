package eu.bridgehall.web;

import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ThemeLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Needs, offers and shared interests, as they were ticked.
 *
 * @param chosen ids of themes by side: needs, offers and interests
 * @param notes what exactly, by side and theme with a dot between; also of themes not ticked
 */
public record ThemesForm(Map<String, List<String>> chosen, Map<String, String> notes)
    implements StepForm {
  /** The sides, in the order of the page. */
  public static final List<String> SIDES = List.of("needs", "offers", "interests");

  private static final String NOTE = "note.";
  private static final Pattern NOTE_PATH = Pattern.compile("(\\w+)\\[(\\d+)\\]\\.note");

  public ThemesForm {
    chosen = Map.copyOf(chosen);
    notes = Map.copyOf(notes);
  }

  static ThemesForm of(ProfileContent c) {
    Map<String, List<ThemeLine>> sides =
        Map.of("needs", c.needs(), "offers", c.offers(), "interests", c.interests());
    Map<String, String> notes = new TreeMap<>();
    sides.forEach(
        (side, lines) ->
            lines.stream()
                .filter(l -> l.note() != null)
                .forEach(l -> notes.put(side + "." + l.theme(), Typed.shown(l.note()))));
    return new ThemesForm(
        sides.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e ->
                        e.getValue().stream()
                            .map(ThemeLine::theme)
                            .filter(Objects::nonNull)
                            .toList())),
        notes);
  }

  static ThemesForm of(Sent sent) {
    return new ThemesForm(
        SIDES.stream().collect(Collectors.toMap(side -> side, sent::ticked)),
        sent.named(NOTE).stream()
            .collect(Collectors.toMap(name -> name.substring(NOTE.length()), sent::one)));
  }

  /** Whether the theme is ticked on this side. */
  public boolean has(String side, String theme) {
    return chosen.getOrDefault(side, List.of()).contains(theme);
  }

  /** What exactly, as it was typed. */
  public String note(String side, String theme) {
    return notes.getOrDefault(side + "." + theme, "");
  }

  /** How many boxes of a field's themes are ticked. */
  public long ticked(OptionGroup group) {
    return group.options().stream()
        .flatMap(o -> SIDES.stream().filter(side -> has(side, o.value())))
        .count();
  }

  /** How many themes are ticked on a side. */
  public int count(String side) {
    return chosen.getOrDefault(side, List.of()).size();
  }

  @Override
  public Map<String, @Nullable Object> changes(ProfileContent stored) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    for (String side : SIDES) {
      changes.put(
          side,
          chosen.getOrDefault(side, List.of()).stream()
              .map(theme -> new ThemeLine(theme, Typed.text(note(side, theme))))
              .toList());
    }
    return changes;
  }

  @Override
  public String field(String path) {
    Matcher note = NOTE_PATH.matcher(path);
    if (note.matches()) {
      List<String> themes = chosen.getOrDefault(note.group(1), List.of());
      int at = Integer.parseInt(note.group(2));
      return at < themes.size() ? NOTE + note.group(1) + "." + themes.get(at) : note.group(1);
    }
    return StepForm.super.field(path);
  }
}
