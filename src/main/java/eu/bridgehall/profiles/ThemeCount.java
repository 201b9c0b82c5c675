package eu.bridgehall.profiles;

/**
 * How many confirmed profiles need, offer and are interested in a theme.
 *
 * @param profiles how many state it at all: one that both needs and offers it counts once
 */
public record ThemeCount(String theme, int profiles, int needs, int offers, int interests) {}
