package eu.bridgehall.accounts;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.organisations.ShownNames;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is kept of a person into words: fields by their names in her language, moments as it
 * writes them, organisations by the names that she may know. What it has no words for stands as in
 * the JSON.
 */
@Singleton
class ArchiveSheets {
  private static final String LABEL = "data.field.";
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Beginnings of the keys of what a field's ids are called. */
  private static final Map<String, String> VALUES =
      Map.of("role", "dashboard.role.", "document", "legal.");

  private final Messages messages;
  private final Organisations organisations;
  private final ShownNames shown;

  ArchiveSheets(Messages messages, Organisations organisations, ShownNames shown) {
    this.messages = messages;
    this.organisations = organisations;
    this.shown = shown;
  }

  /** A sheet for each feature, and one more for each list that stands in it. */
  List<ArchiveSheet> of(Actor reader, JsonNode data, Locale language) {
    Writer writer = new Writer(language, names(reader, data));
    data.entries().forEach(feature -> writer.sheet(feature.getKey(), feature.getValue(), null));
    return writer.sheets;
  }

  /** A moment as the language writes it. */
  static String moment(Instant at, Locale language) {
    ULocale dates = "en".equals(language.getLanguage()) ? ULocale.UK : ULocale.forLocale(language);
    DateFormat format = DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, dates);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(at)) + " UTC";
  }

  private Map<String, String> names(Actor reader, JsonNode data) {
    Set<UUID> ids = new HashSet<>();
    collect(data, ids);
    Map<String, String> names = new HashMap<>();
    Map<UUID, Organisation> found = organisations.findAll(ids);
    Map<UUID, String> authorities = shown.of(reader, found.keySet());
    found.forEach(
        (id, o) ->
            names.put(id.toString(), authorities.getOrDefault(id, o.name()) + " (" + id + ")"));
    return names;
  }

  private static void collect(JsonNode node, Set<UUID> ids) {
    if (node.isString() && ID.matcher(node.getStringValue()).matches()) {
      ids.add(UUID.fromString(node.getStringValue()));
    } else if (node.isContainerNode()) {
      node.values().forEach(value -> collect(value, ids));
    }
  }

  /** Writes in one language. */
  private final class Writer {
    private final Locale language;
    private final Map<String, String> names;
    private final List<ArchiveSheet> sheets = new ArrayList<>();

    Writer(Locale language, Map<String, String> names) {
      this.language = language;
      this.names = names;
    }

    void sheet(String name, JsonNode node, @Nullable String above) {
      String heading = above == null ? label(name) : above + ": " + label(name);
      List<List<ArchiveSheet.Field>> entries = new ArrayList<>();
      sheets.add(new ArchiveSheet(heading, List.of()));
      int place = sheets.size() - 1;
      if (node.isArray()) {
        node.values().forEach(value -> entries.add(entry(name, value)));
      } else {
        List<ArchiveSheet.Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : node.entries()) {
          if (field.getValue().isArray() || (above == null && field.getValue().isObject())) {
            sheet(field.getKey(), field.getValue(), heading);
          } else {
            add(fields, label(field.getKey()), field.getKey(), field.getValue());
          }
        }
        entries.add(fields);
      }
      entries.removeIf(List::isEmpty);
      sheets.set(place, new ArchiveSheet(heading, entries));
    }

    private List<ArchiveSheet.Field> entry(String name, JsonNode node) {
      List<ArchiveSheet.Field> fields = new ArrayList<>();
      if (node.isObject()) {
        node.entries().forEach(f -> add(fields, label(f.getKey()), f.getKey(), f.getValue()));
      } else {
        add(fields, label(name), name, node);
      }
      return fields;
    }

    private void add(List<ArchiveSheet.Field> fields, String label, String name, JsonNode value) {
      if (value.isObject()) {
        value
            .entries()
            .forEach(f -> add(fields, label + ", " + label(f.getKey()), f.getKey(), f.getValue()));
      } else if (value.isArray()) {
        int number = 0;
        for (JsonNode item : value.values()) {
          add(fields, label + " " + ++number, name, item);
        }
      } else {
        fields.add(new ArchiveSheet.Field(label, value(name, value)));
      }
    }

    private @Nullable String value(String name, JsonNode node) {
      if (node.isNull()) {
        return null;
      }
      if (node.isBoolean()) {
        return messages.text(language, node.getBooleanValue() ? "data.is.yes" : "data.is.no");
      }
      String text = node.coerceStringValue();
      if (MOMENT.matcher(text).matches()) {
        return moment(Instant.parse(text), language);
      }
      String key = VALUES.getOrDefault(name, "") + text;
      return VALUES.containsKey(name) && messages.has(key)
          ? messages.text(language, key)
          : names.getOrDefault(text, text);
    }

    private String label(String name) {
      String key = LABEL + name;
      return messages.has(key) ? messages.text(language, key) : name;
    }
  }
}
