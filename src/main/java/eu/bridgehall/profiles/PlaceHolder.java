package eu.bridgehall.profiles;

import eu.bridgehall.profiles.model.AuthorityTier;
import java.util.UUID;

/** A living authority that a place is taken by, in its tier. */
public record PlaceHolder(long placeId, AuthorityTier tier, UUID authority) {}
