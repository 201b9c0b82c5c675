package eu.bridgehall.demo;

import eu.bridgehall.kernel.Actor;
import java.util.UUID;

/**
 * An officer of the demonstration.
 *
 * @param authority for which she acts; or an association
 * @param actor as whom she does
 */
record DemoOfficer(UUID authority, Actor actor) {}
