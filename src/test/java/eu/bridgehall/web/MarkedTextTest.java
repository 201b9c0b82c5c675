package eu.bridgehall.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eu.bridgehall.discovery.SearchAnswer.Mark;
import eu.bridgehall.web.MarkedText.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
  @Test
  void aTextIsCutAtItsMarks() {
    assertEquals(
        List.of(new Piece("We ", false), new Piece("build", true), new Piece(" bridges", false)),
        MarkedText.of("We build bridges", List.of(new Mark(3, 8))).pieces());
    assertEquals(
        List.of(new Piece("bridges", true)),
        MarkedText.of("bridges", List.of(new Mark(0, 7))).pieces());
    assertEquals(List.of(new Piece("We", false)), MarkedText.of("We", List.of()).pieces());
    assertEquals(List.of(), MarkedText.of("", List.of()).pieces());
  }

  @Test
  void anExcerptBeginsAtAWordBeforeAMarkThatIsFarInside() {
    String text = "word ".repeat(60) + "bridge";
    List<Piece> pieces =
        MarkedText.excerpt(text, List.of(new Mark(text.length() - 6, text.length()))).pieces();
    assertEquals(
        List.of(
            new Piece("… ", false),
            new Piece("word ".repeat(12), false),
            new Piece("bridge", true)),
        pieces);
    assertEquals(
        MarkedText.of(text, List.of(new Mark(0, 4))),
        MarkedText.excerpt(text, List.of(new Mark(0, 4))));
  }
}
