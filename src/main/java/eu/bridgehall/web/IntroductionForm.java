package eu.bridgehall.web;

import eu.bridgehall.partnerships.AskIntroduction;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request to be put in touch, as the form sends it. */
@Serdeable
public record IntroductionForm(
    @Nullable UUID from,
    @Nullable UUID to,
    @Nullable String text,
    @Nullable List<String> cooperationTypes,
    @Nullable List<String> themes) {
  AskIntroduction request() {
    return new AskIntroduction(to, text, cooperationTypes, themes);
  }

  /** Whether this kind of cooperation was ticked. */
  public boolean hasType(String id) {
    return cooperationTypes != null && cooperationTypes.contains(id);
  }

  /** Whether this theme was ticked. */
  public boolean hasTheme(String id) {
    return themes != null && themes.contains(id);
  }

  /** How many themes of a group were ticked. */
  public long ticked(OptionGroup group) {
    return group.options().stream().filter(o -> hasTheme(o.value())).count();
  }
}
