package eu.bridgehall.profiles;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.ties.AnswerRecord;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile as one reader sees it.
 *
 * @param part how much that is: {@code public}, {@code members}, {@code contact} or {@code all}
 * @param status id of its {@link eu.bridgehall.profiles.model.ProfileStatus}, in small letters
 * @param positionApproximate whether the position was rounded because the authority hides it
 * @param populationLabel of when the population is, where that must be said; null elsewhere
 * @param summary the summary that suits the reader best; null where there is none
 * @param summaryLanguage its language
 * @param missingSummaries languages, of the reader's and English, in which there is no summary
 * @param seeksUkrainianPartner also to be filtered by
 * @param accepting whether it can take on another partner, as far as it says
 * @param demo made up for the demonstration
 * @param answers how it answers requests to be put in touch; null for those who take no part, and
 *     where it is not confirmed
 * @param reconfirmDue null for those who do not see everything
 * @param completeness 0 to 100; null for those who do not see everything
 * @param steps what the reader may do with it now
 * @param content what its members have written, as far as the reader sees it
 */
@Serdeable
public record ProfileView(
    UUID id,
    long version,
    @Schema(implementation = ProfilePart.class) String part,
    @Schema(implementation = ProfileStatus.class) String status,
    String country,
    long placeId,
    @Nullable String katottg,
    List<String> regions,
    @Nullable GeoPoint position,
    boolean positionApproximate,
    @Nullable String populationLabel,
    @Nullable String summary,
    @Nullable String summaryLanguage,
    List<String> missingSummaries,
    boolean seeksUkrainianPartner,
    boolean accepting,
    boolean demo,
    @Nullable Instant confirmedAt,
    @Nullable Instant changedAt,
    @Nullable AnswerRecord answers,
    @Nullable Instant submittedAt,
    @Nullable Instant reconfirmDue,
    @Nullable Integer completeness,
    @ArraySchema(schema = @Schema(implementation = ProfileAction.class)) List<String> steps,
    ProfileContent content) {}
