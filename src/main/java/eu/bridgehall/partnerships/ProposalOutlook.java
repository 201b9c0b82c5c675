package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.matching.ToldMatch;
import org.jspecify.annotations.Nullable;

/**
 * What is known of two authorities before they are proposed to each other.
 *
 * @param match how well they fit now, as the first of the two reads it; null where one has nothing
 *     to be compared by
 * @param obstacle why they cannot be proposed now; null where they can
 */
public record ProposalOutlook(
    @Nullable ToldMatch match, DomainException.@Nullable Conflict obstacle) {}
