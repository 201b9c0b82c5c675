package eu.bridgehall.architecture.planted.aside;

import eu.bridgehall.architecture.planted.attic.Roof;

/** An arrow that runs sideways. */
public record Gable(Roof roof) {}
