package eu.bridgehall.web;

import eu.bridgehall.moderation.ReportResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was reported, once or by several.
 *
 * @param reports of it, the newest first; never none
 * @param address where it stands; null where the reader sees only what the reports keep of it
 */
public record ReportedView(List<ReportResponse> reports, @Nullable String address) {
  public ReportedView {
    reports = List.copyOf(reports);
  }

  /** The newest report. */
  public ReportResponse first() {
    return reports.getFirst();
  }

  /** Whether a report keeps another wording than the one that is shown before it. */
  public boolean keepsOther(ReportResponse report) {
    int place = reports.indexOf(report);
    return place == 0
        || !Objects.equals(reports.get(place - 1).excerpt(), report.excerpt())
        || !reports.get(place - 1).earlier().equals(report.earlier());
  }
}
