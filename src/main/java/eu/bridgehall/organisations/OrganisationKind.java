package eu.bridgehall.organisations;

/** What an organisation is. */
public enum OrganisationKind {
  /** A municipality, hromada, county, region or a grouping of them. */
  AUTHORITY,
  /** The national information point of a country. */
  ASSOCIATION,
  /** The European secretariat. */
  SECRETARIAT
}
