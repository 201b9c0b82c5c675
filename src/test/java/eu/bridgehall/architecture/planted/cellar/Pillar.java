package eu.bridgehall.architecture.planted.cellar;

import eu.bridgehall.architecture.planted.attic.Roof;

/** An arrow that runs up. */
public record Pillar(Roof roof) {}
