package eu.bridgehall.reference;

import jakarta.inject.Singleton;

/** Networks and charters of which an authority can be a member. */
@Singleton
public final class Networks extends Choices {
  public Networks() {
    super("networks.tsv", "error.unknownNetwork");
  }
}
