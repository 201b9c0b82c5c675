package eu.bridgehall.web;

/**
 * The figures of the first page.
 *
 * @param authorities that the reader can find
 * @param countries in which they lie
 * @param hromadas among them
 * @param seeking how many seek a Ukrainian partner
 */
public record HomeView(long authorities, long countries, long hromadas, long seeking) {}
