package eu.bridgehall.partnerships;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two authorities that should get to know each other, as a client sends it.
 *
 * @param text why, for both sides to read, 3 to 2000 characters
 * @param cooperationTypes ids of the kinds of cooperation proposed; none where it is left out
 * @param themes ids of the themes proposed, at most ten; none where it is left out
 */
@Serdeable
public record ProposeIntroduction(
    @Nullable UUID one,
    @Nullable UUID other,
    @Nullable String text,
    @Nullable List<String> cooperationTypes,
    @Nullable List<String> themes) {}
