package eu.bridgehall.architecture.planted.attic;

/** Used from below, wrongly, and from beside, wrongly. */
public record Roof(int tiles) {}
