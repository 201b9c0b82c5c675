package eu.bridgehall.web;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.discovery.ProfileSearch;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.reference.Place;
import eu.bridgehall.search.Facet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what results are narrowed to, each with the way back. */
@Singleton
class FindChips {
  private final ProfileSearch search;
  private final Messages messages;

  FindChips(ProfileSearch search, Messages messages) {
    this.search = search;
    this.messages = messages;
  }

  List<FindView.Chip> of(FindForm form, @Nullable Place place, Locale reader) {
    List<FindView.Chip> chips = new ArrayList<>();
    if (!form.q().isEmpty()) {
      chips.add(chip("find.chip.words", Map.of("words", form.q()), form.withText(""), reader));
    }
    form.codes()
        .forEach(
            (facet, codes) ->
                codes.forEach(
                    code ->
                        chips.add(
                            new FindView.Chip(
                                facet == Facet.SEEKS_UKRAINIAN ? null : facet.id(),
                                search.name(facet, code, reader),
                                form.without(facet, code).address()))));
    if (!form.populationMin().isEmpty()) {
      chips.add(
          chip(
              "find.chip.min",
              Map.of("number", shown(form.populationMin(), reader)),
              form.withPopulation("", form.populationMax()),
              reader));
    }
    if (!form.populationMax().isEmpty()) {
      chips.add(
          chip(
              "find.chip.max",
              Map.of("number", shown(form.populationMax(), reader)),
              form.withPopulation(form.populationMin(), ""),
              reader));
    }
    if (place != null) {
      boolean everywhere = form.within().isEmpty();
      chips.add(
          chip(
              everywhere ? "find.chip.from" : "find.chip.within",
              everywhere
                  ? Map.of("place", form.place())
                  : Map.of("place", form.place(), "km", shown(form.within(), reader)),
              form.withoutPlace(),
              reader));
    }
    return chips;
  }

  private FindView.Chip chip(
      String key, Map<String, ?> arguments, FindForm without, Locale reader) {
    return new FindView.Chip(null, messages.text(reader, key, arguments), without.address());
  }

  private static String shown(String typed, Locale reader) {
    String digits = typed.replaceAll("\\D", "");
    return digits.isEmpty()
        ? typed
        : NumberFormat.getInstance(ULocale.forLocale(reader)).format(Long.parseLong(digits));
  }
}
