package eu.bridgehall.partnerships;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to be put in touch, as a client sends it.
 *
 * @param to the authority that is asked
 * @param text what it is about, 3 to 2000 characters
 * @param cooperationTypes ids of the kinds of cooperation proposed; none where it is left out
 * @param themes ids of the themes proposed, at most ten; none where it is left out
 */
@Serdeable
public record AskIntroduction(
    @Nullable UUID to,
    @Nullable String text,
    @Nullable List<String> cooperationTypes,
    @Nullable List<String> themes) {}
