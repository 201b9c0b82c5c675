package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.Coded;
import eu.bridgehall.moderation.Queue;
import eu.bridgehall.moderation.QueueClaimed;
import eu.bridgehall.moderation.QueueFilter;
import eu.bridgehall.moderation.QueueItem;
import eu.bridgehall.moderation.QueueView;
import eu.bridgehall.moderation.QueueViews;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.reference.Countries;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queue as its page shows it. */
@Singleton
class QueuePages {
  private final Queue queue;
  private final QueueViews views;
  private final Countries countries;
  private final OptionLists options;
  private final Messages messages;

  QueuePages(
      Queue queue, QueueViews views, Countries countries, OptionLists options, Messages messages) {
    this.queue = queue;
    this.views = views;
    this.countries = countries;
    this.options = options;
    this.messages = messages;
  }

  /** A page of what passes the filter. */
  QueuePageView of(
      Actor actor,
      Locale reader,
      QueueFilter filter,
      PageRequest asked,
      @Nullable String typedName,
      FormErrors errors) {
    Page<QueueItem> found = queue.list(actor, filter, asked);
    String address = address(filter);
    return new QueuePageView(
        found.items().stream().map(item -> row(item, reader)).toList(),
        found.total(),
        filter,
        kinds(actor, reader),
        countries(actor, reader),
        Arrays.stream(QueueClaimed.values())
            .map(c -> new Option(c.id(), messages.text(reader, "moderation.claimed." + c.id())))
            .toList(),
        views.list(actor).stream().map(QueuePages::view).toList(),
        address,
        Pager.of(address, asked, found),
        typedName,
        errors);
  }

  private QueuePageView.Row row(QueueItem item, Locale reader) {
    String country = item.country();
    return new QueuePageView.Row(
        item,
        item.names().isEmpty()
            ? messages.text(reader, "moderation.kind." + item.kind())
            : String.join(" – ", item.names()),
        country == null ? "" : countries.find(country).map(c -> c.name(reader)).orElse(country),
        address(item));
  }

  private List<Option> kinds(Actor actor, Locale reader) {
    List<Option> kinds = new ArrayList<>();
    queue
        .counts(actor)
        .forEach(
            (kind, count) ->
                kinds.add(
                    new Option(
                        kind.id(),
                        messages.text(
                            reader,
                            "moderation.counted",
                            Map.of(
                                "kind",
                                messages.text(reader, "moderation.kinds." + kind.id()),
                                "count",
                                count)))));
    return kinds;
  }

  private List<Option> countries(Actor actor, Locale reader) {
    Collection<String> overseen = queue.countries(actor);
    return options.countries(reader).stream()
        .filter(o -> overseen == null || overseen.contains(o.value()))
        .toList();
  }

  /** Where a thing is decided. */
  static String address(QueueItem item) {
    String subject = item.subject().toString();
    WaitingKind kind = Coded.find(WaitingKind.class, item.kind()).orElseThrow();
    return switch (kind) {
      case PROFILE, PROFILE_CHANGE -> Addresses.REVIEW + "/profiles/" + subject;
      case CLAIM, DISPUTE -> Addresses.REVIEW_CLAIMS + "/" + subject;
      case OWNERSHIP -> Addresses.REVIEW_OWNERSHIP + "/" + subject;
      case INTRODUCTION -> "/introductions/" + subject;
      case REPORT -> Addresses.REPORTS + "/" + subject;
      case SECOND_OPINION, APPEAL, CORRECTION -> Addresses.DECISIONS + "/" + subject;
      case FLAG, SIGN_UP -> Addresses.FLAGS + "/" + subject;
    };
  }

  private static QueuePageView.View view(QueueView view) {
    return new QueuePageView.View(
        view.id(),
        view.name(),
        address(QueueFilter.of(view.kinds(), view.country(), view.claimed(), view.flagged())));
  }

  /** The page of a filter. */
  static String address(QueueFilter filter) {
    List<String> parts = new ArrayList<>();
    filter.kindIds().forEach(kind -> parts.add("kind=" + kind));
    String country = filter.country();
    if (country != null) {
      parts.add("country=" + URLEncoder.encode(country, StandardCharsets.UTF_8));
    }
    if (filter.claimed() != QueueClaimed.ALL) {
      parts.add("claimed=" + filter.claimed().id());
    }
    if (filter.flagged()) {
      parts.add("flagged=yes");
    }
    return parts.isEmpty()
        ? Addresses.MODERATION
        : Addresses.MODERATION + "?" + String.join("&", parts);
  }
}
