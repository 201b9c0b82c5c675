package eu.bridgehall.web;

/**
 * A profile or a file that is to be reported.
 *
 * @param kind {@code profile} or {@code file}
 * @param name of the authority or the file
 * @param back where it stands
 * @param action where the report is sent
 */
public record ReportedThing(String kind, String name, String back, String action) {}
