package eu.bridgehall.profiles;

/** How many confirmed profiles need, offer and are interested in a theme. */
public record ThemeCount(String theme, int needs, int offers, int interests) {}
