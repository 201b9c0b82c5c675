package eu.bridgehall.moderation;

import eu.bridgehall.moderation.model.DecisionKind;
import eu.bridgehall.moderation.model.DecisionReason;
import eu.bridgehall.moderation.model.RestrictionScope;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a client sends it.
 *
 * @param kind id of a {@link DecisionKind}
 * @param scope id of a {@link RestrictionScope}; needed to restrict, and for nothing else
 * @param reason id of a {@link DecisionReason}
 * @param rule code of a rule of moderation, R1 to R7; needed but for no action
 * @param text the facts and the reasons in words, up to 4,000 characters, for whom it concerns
 * @param days for how many days, 1 to 730, and to 92 where reports are put aside; needed to
 *     restrict, for good where it is missing for what hides or suspends, and none elsewhere
 * @param authority which side of a reported conversation it is about; needed there but for no
 *     action
 * @param flag the automatic signal that led to a decision about an authority or an account, which
 *     closes it
 */
@Serdeable
public record DecideRequest(
    @Nullable @Schema(implementation = DecisionKind.class) String kind,
    @Nullable @Schema(implementation = RestrictionScope.class) String scope,
    @Nullable @Schema(implementation = DecisionReason.class) String reason,
    @Nullable String rule,
    @Nullable String text,
    @Nullable Integer days,
    @Nullable UUID authority,
    @Nullable UUID flag) {}
