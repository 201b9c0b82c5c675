package eu.bridgehall.reference;

import jakarta.inject.Singleton;

/** The kinds of cooperation that an authority can seek. */
@Singleton
public final class CooperationTypes extends Choices {
  public CooperationTypes() {
    super("cooperation-types.tsv", "error.unknownCooperationType");
  }
}
