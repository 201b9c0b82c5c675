package eu.bridgehall.search;

/** The reference engine keeps the contract that it is the measure of. */
class NaiveAuthorityIndexTest extends AuthorityIndexContract {
  @Override
  protected AuthorityIndex create() {
    return new NaiveAuthorityIndex(VOCABULARY);
  }
}
