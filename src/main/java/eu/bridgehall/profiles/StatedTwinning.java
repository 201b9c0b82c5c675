package eu.bridgehall.profiles;

/** A twin town that a confirmed local authority states, both as places of the gazetteer. */
public record StatedTwinning(long place, long twin) {}
