package eu.bridgehall.web;

import eu.bridgehall.discovery.SearchAnswer.Mark;
import java.util.ArrayList;
import java.util.List;

/** A text in pieces, those marked that were searched for; a template writes and escapes each. */
public record MarkedText(List<Piece> pieces) {
  /** A word far inside is shown with so many characters before it. */
  private static final int BEFORE = 60;

  private static final int FAR = 180;
  private static final String CUT = "… ";

  public MarkedText {
    pieces = List.copyOf(pieces);
  }

  /** A part of the text. */
  public record Piece(String text, boolean marked) {}

  /** The whole text; marks in its order and without overlap. */
  public static MarkedText of(String text, List<Mark> marks) {
    return from(text, marks, 0);
  }

  /** The same, from before the first mark on if that is far inside. */
  public static MarkedText excerpt(String text, List<Mark> marks) {
    if (marks.isEmpty() || marks.getFirst().from() < FAR) {
      return of(text, marks);
    }
    int word = text.lastIndexOf(' ', marks.getFirst().from() - BEFORE);
    return from(text, marks, word + 1);
  }

  private static MarkedText from(String text, List<Mark> marks, int start) {
    List<Piece> pieces = new ArrayList<>();
    if (start > 0) {
      pieces.add(new Piece(CUT, false));
    }
    int at = start;
    for (Mark mark : marks) {
      if (mark.from() > at) {
        pieces.add(new Piece(text.substring(at, mark.from()), false));
      }
      pieces.add(new Piece(text.substring(mark.from(), mark.to()), true));
      at = mark.to();
    }
    if (at < text.length()) {
      pieces.add(new Piece(text.substring(at), false));
    }
    return new MarkedText(pieces);
  }
}
