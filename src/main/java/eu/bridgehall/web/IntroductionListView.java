package eu.bridgehall.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of introductions.
 *
 * @param acting whose they are; null in the queue, and for somebody who acts for nobody
 * @param own the authorities to choose from
 * @param box which of them: received, sent or queue
 * @param total how many there are on all pages
 * @param offset number of those before the first one shown
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
public record IntroductionListView(
    Reader.@Nullable ActsFor acting,
    List<Reader.ActsFor> own,
    String box,
    List<IntroductionView.Row> rows,
    long total,
    int offset,
    @Nullable String previous,
    @Nullable String next) {
  public IntroductionListView {
    own = List.copyOf(own);
    rows = List.copyOf(rows);
  }
}
