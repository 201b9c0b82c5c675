package eu.bridgehall.accounts;

import java.util.List;

/**
 * What one feature keeps about people. Every feature that keeps something has one of these, so that
 * a person is given all of it and loses all of it with the account.
 */
public interface PersonalRecords {
  /** Under which it stands in what the person is given; in camel case. */
  String name();

  /**
   * What is kept about the person, in a form that JSON can be written of: maps, lists and records
   * that are serialised elsewhere too. No other person's name or address is in it.
   */
  Object collect(Person person);

  /** The files that the person has sent and that are kept. */
  default List<PersonalFile> files(Person person) {
    return List.of();
  }

  /**
   * Takes away what is of no use without the account, in the transaction that closes it. What the
   * person has written to others stays; it is shown without a name from then on.
   */
  default void erase(Person person) {
    // nothing but what stays
  }
}
