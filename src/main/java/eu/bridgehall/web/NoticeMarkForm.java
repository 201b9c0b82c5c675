package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which notices were read.
 *
 * @param one this one
 * @param ids these, which were shown
 * @param unread {@code yes} where the list of the unread ones was shown
 */
@Serdeable
public record NoticeMarkForm(
    @Nullable UUID one, @Nullable List<UUID> ids, @Nullable String unread) {}
