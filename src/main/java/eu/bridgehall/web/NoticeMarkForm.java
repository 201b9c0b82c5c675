package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which notices were read.
 *
 * @param one this one
 * @param upTo this one and all before it
 * @param unread {@code yes} where the list of the unread ones was shown
 */
@Serdeable
public record NoticeMarkForm(@Nullable UUID one, @Nullable UUID upTo, @Nullable String unread) {}
