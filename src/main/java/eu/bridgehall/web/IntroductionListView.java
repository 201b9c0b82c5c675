package eu.bridgehall.web;

import eu.bridgehall.partnerships.model.IntroductionStatus;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of introductions.
 *
 * @param acting whose they are; null in the queue, and for somebody who acts for nobody
 * @param own the authorities to choose from
 * @param box which of them: received, sent or queue
 * @param status which of these: the id of a status, or "open"; null for all
 * @param total how many there are on all pages
 * @param offset number of those before the first one shown
 * @param pager the pages beside it
 */
public record IntroductionListView(
    Reader.@Nullable ActsFor acting,
    List<Reader.ActsFor> own,
    String box,
    @Nullable String status,
    List<IntroductionView.Row> rows,
    long total,
    int offset,
    Pager pager) {
  /** Chooses all that somebody still has to act on. */
  public static final String OPEN = "open";

  public IntroductionListView {
    own = List.copyOf(own);
    rows = List.copyOf(rows);
  }

  /** The statuses to choose from; what is reviewed has not reached those who receive. */
  public List<String> choices() {
    return Stream.of(IntroductionStatus.values())
        .filter(s -> !"received".equals(box) || s.reaches())
        .map(IntroductionStatus::id)
        .toList();
  }
}
