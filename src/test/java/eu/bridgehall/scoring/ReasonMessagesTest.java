package eu.bridgehall.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.support.Populations;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every reason that the score gives has a sentence in every language, and everything to fill it.
 */
class ReasonMessagesTest {
  @ParameterizedTest
  @CsvSource({"en,messages", "fr,messages_fr", "uk,messages_uk", "de,messages_de"})
  void everyReasonBecomesASentence(String language, String file) throws IOException {
    Properties sentences = sentences(file);
    Explainer explainer =
        new Explainer(Populations.vocabulary(), Populations.scale(), Populations.record());
    Populations populations = new Populations(11);
    for (int pair = 0; pair < 400; pair++) {
      Explanation explanation =
          explainer.explain(
              populations.columns(),
              populations.columns(),
              populations.weights(),
              Populations.TODAY,
              RankValue.text(1));
      for (Reason reason : reasons(explanation)) {
        String pattern = sentences.getProperty(reason.key());
        assertNotNull(pattern, reason::key);
        String sentence =
            new MessageFormat(pattern, new ULocale(language)).format(arguments(reason));
        assertFalse(sentence.contains("{"), () -> reason + ": " + sentence);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "messages|They offer the one thing that you need: X.|They offer 1 of your 2 needs: X.",
        "messages_fr|Ils offrent la seule chose dont vous avez besoin : X."
            + "|Ils répondent à 1 de vos 2 besoins : X.",
        "messages_uk|Вони закривають вашу єдину потребу: X.|Вони закривають 1 з 2 ваших потреб: X.",
        "messages_de|Die andere Seite bietet das einzige Thema an, das Sie suchen: X."
            + "|Die andere Seite bietet eines der 2 Themen an, die Sie suchen: X."
      })
  void oneIsSaidAsPeopleSayIt(String file, String oneOfOne, String oneOfTwo) throws IOException {
    String pattern = sentences(file).getProperty("match.reason.needs.some");
    ULocale language = new ULocale(file.endsWith("s") ? "en" : file.substring(file.length() - 2));
    MessageFormat format = new MessageFormat(pattern, language);
    assertEquals(
        oneOfOne, format.format(Map.of("side", "mine", "matched", 1, "stated", 1, "themes", "X")));
    assertEquals(
        oneOfTwo, format.format(Map.of("side", "mine", "matched", 1, "stated", 2, "themes", "X")));
  }

  private static Properties sentences(String file) throws IOException {
    Properties sentences = new Properties();
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                ReasonMessagesTest.class.getResourceAsStream("/i18n/" + file + ".properties")),
            StandardCharsets.UTF_8)) {
      sentences.load(in);
    }
    return sentences;
  }

  private static List<Reason> reasons(Explanation explanation) {
    List<Reason> reasons = new ArrayList<>(explanation.factors());
    for (Explanation.Side side : List.of(explanation.mine(), explanation.theirs())) {
      reasons.add(side.unknown());
      side.parts().forEach(part -> reasons.addAll(part.reasons()));
    }
    return reasons;
  }

  private static Map<String, Object> arguments(Reason reason) {
    Map<String, Object> arguments = new HashMap<>(reason.arguments());
    arguments.replaceAll(
        (name, value) ->
            value instanceof Reason.Codes codes ? String.join(", ", codes.codes()) : value);
    return arguments;
  }
}
