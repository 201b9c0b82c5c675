package eu.bridgehall.web;

/**
 * One entry of a list to choose from.
 *
 * @param value what the form sends
 * @param name what the reader reads
 */
public record Option(String value, String name) {}
