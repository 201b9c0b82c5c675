package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.moderation.TransparencyLine;
import eu.bridgehall.moderation.TransparencyReport;
import eu.bridgehall.moderation.TransparencyReports;
import eu.bridgehall.moderation.TransparencyTable;
import eu.bridgehall.partnerships.IntroductionReasons;
import eu.bridgehall.platform.http.Download;
import eu.bridgehall.platform.http.RateLimited;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The yearly transparency report, as a page and as a file. */
@Hidden
@Controller(Addresses.TRANSPARENCY)
@Secured(SecurityRule.IS_ANONYMOUS)
class TransparencyPageController {
  private static final String HEAD =
      "year,topic,outcome,reason,count,median_days,ninety_days,until\r\n";

  private final Pages pages;
  private final TransparencyReports reports;
  private final IntroductionReasons introductions;
  private final Messages messages;

  TransparencyPageController(
      Pages pages,
      TransparencyReports reports,
      IntroductionReasons introductions,
      Messages messages) {
    this.pages = pages;
    this.reports = reports;
    this.introductions = introductions;
    this.messages = messages;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  @RateLimited("public-search")
  MutableHttpResponse<Object> show(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue @Nullable Integer year) {
    TransparencyReport report = reports.get(year == null ? reports.latest() : year);
    TransparencyView view =
        new TransparencyView(
            report.year(),
            report.complete(),
            report.until(),
            report.smallest(),
            reports.years(),
            report.tables().stream().map(table -> table(table, language)).toList());
    return pages.page(request, actor, "text/transparency", Map.of("view", view));
  }

  /**
   * The same for programs: by ids, empty where a number is not told, and with the last day counted.
   */
  @Get("/csv")
  @Produces("text/csv")
  @RateLimited("public-search")
  MutableHttpResponse<byte[]> csv(@QueryValue @Nullable Integer year) {
    TransparencyReport report = reports.get(year == null ? reports.latest() : year);
    StringBuilder file = new StringBuilder(HEAD);
    for (TransparencyTable table : report.tables()) {
      for (TransparencyLine line : table.lines()) {
        file.append(report.year())
            .append(',')
            .append(table.topic())
            .append(',')
            .append(told(line.outcome()))
            .append(',')
            .append(told(line.reason()))
            .append(',')
            .append(told(line.count()))
            .append(',')
            .append(told(line.medianDays()))
            .append(',')
            .append(told(line.ninetyDays()))
            .append(',')
            .append(told(report.until()))
            .append("\r\n");
      }
    }
    return Download.of(
        "transparency-" + report.year() + ".csv",
        "text/csv;charset=utf-8",
        file.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Object told(@Nullable Object value) {
    return value == null ? "" : value;
  }

  private TransparencyView.Table table(TransparencyTable table, Locale reader) {
    return new TransparencyView.Table(
        table.topic(),
        table.lines().stream().anyMatch(line -> line.medianDays() != null),
        table.lines().stream()
            .map(
                line ->
                    new TransparencyView.Line(
                        name(table.topic(), line, reader),
                        line.outcome() == null ? 0 : line.reason() == null ? 1 : 2,
                        line.count(),
                        line.medianDays(),
                        line.ninetyDays()))
            .toList());
  }

  private String name(String topic, TransparencyLine line, Locale reader) {
    String outcome = line.outcome();
    String reason = line.reason();
    if (outcome == null) {
      return messages.text(reader, "transparency.all");
    }
    return reason == null
        ? messages.text(reader, outcomeKey(topic, outcome))
        : reason(topic, reason, reader);
  }

  private static String outcomeKey(String topic, String outcome) {
    return switch (topic) {
      case "flags" -> "moderation.signal." + outcome;
      default -> "transparency." + topic + "." + outcome;
    };
  }

  private String reason(String topic, String reason, Locale reader) {
    return switch (topic) {
      case "profiles" -> messages.text(reader, "review.reason." + reason);
      case "claims" -> messages.text(reader, "claims.kind." + reason);
      case "reports" -> messages.text(reader, "conversations.report." + reason);
      case "flags" -> messages.text(reader, "transparency.flag." + reason);
      case "introductions" ->
          introductions.list(reader).reject().stream()
              .filter(r -> r.id().equals(reason))
              .map(IntroductionReasons.Reason::name)
              .findFirst()
              .orElse(reason);
      default -> messages.text(reader, "transparency.reason." + reason);
    };
  }
}
