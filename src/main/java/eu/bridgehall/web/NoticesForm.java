package eu.bridgehall.web;

import eu.bridgehall.notifications.NoticeKind;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which mails somebody wants.
 *
 * @param wanted ids of the kinds that were ticked
 */
@Serdeable
public record NoticesForm(@Nullable List<String> wanted) {
  Map<NoticeKind, Boolean> choices() {
    return Arrays.stream(NoticeKind.values())
        .collect(
            Collectors.toMap(Function.identity(), k -> wanted != null && wanted.contains(k.id())));
  }
}
