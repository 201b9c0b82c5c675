package eu.bridgehall.partnerships;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the review, as a client sends them; what is left out is off.
 *
 * @param countries ISO 3166-1 alpha-2
 * @param moreOpenThan 0 to 1000
 * @param words by language (ISO 639-1), at most 100 of each, each of at most 60 characters
 */
@Serdeable
public record ReviewRulesRequest(
    @Nullable Boolean all,
    @Nullable List<String> countries,
    @Nullable Boolean first,
    @Nullable Boolean flagged,
    @Nullable Integer moreOpenThan,
    @Nullable Map<String, List<String>> words) {}
