package eu.bridgehall.web;

import eu.bridgehall.discovery.FoundAuthorities;
import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.discovery.FoundAuthority.CodeName;
import eu.bridgehall.kernel.Actor;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a form proposes to two authorities, to be changed: what both seek and what fits both. */
@Singleton
class IntroductionPrefill {
  /** As many as may be proposed. */
  private static final int MOST_THEMES = 10;

  private final FoundAuthorities found;

  IntroductionPrefill(FoundAuthorities found) {
    this.found = found;
  }

  /** The form with kinds of cooperation that both seek, and themes of both. */
  IntroductionForm form(Actor actor, UUID from, @Nullable UUID to, Locale language) {
    Optional<FoundAuthority> mine = found.find(actor, from, language);
    Optional<FoundAuthority> theirs =
        Optional.ofNullable(to).flatMap(id -> found.find(actor, id, language));
    if (mine.isEmpty() || theirs.isEmpty()) {
      return new IntroductionForm(from, to, "", List.of(), List.of());
    }
    return new IntroductionForm(
        from,
        to,
        "",
        mine.get().cooperation().stream()
            .filter(theirs.get().cooperation()::contains)
            .map(CodeName::code)
            .toList(),
        common(mine.get(), theirs.get()).stream().map(Option::value).limit(MOST_THEMES).toList());
  }

  /** Themes that both profiles speak of, as far as the reader sees them. */
  List<Option> common(Actor actor, UUID from, FoundAuthority to, Locale language) {
    return found.find(actor, from, language).map(mine -> common(mine, to)).orElse(List.of());
  }

  private static List<Option> common(FoundAuthority mine, FoundAuthority theirs) {
    Map<String, Option> common = new LinkedHashMap<>();
    both(mine.needs(), theirs.offers(), common);
    both(mine.offers(), theirs.needs(), common);
    both(mine.interests(), theirs.interests(), common);
    return List.copyOf(common.values());
  }

  private static void both(List<CodeName> mine, List<CodeName> theirs, Map<String, Option> common) {
    mine.stream()
        .filter(theirs::contains)
        .forEach(c -> common.put(c.code(), new Option(c.code(), c.name())));
  }
}
