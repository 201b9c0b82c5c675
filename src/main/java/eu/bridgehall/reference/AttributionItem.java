package eu.bridgehall.reference;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A source of the data, in English as its licence asks. */
@Serdeable
public record AttributionItem(
    String dataSet,
    String title,
    @Nullable String source,
    String licence,
    @Nullable String licenceUrl,
    String attribution,
    @Nullable String changes) {}
