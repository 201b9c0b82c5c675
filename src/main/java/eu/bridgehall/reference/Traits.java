package eu.bridgehall.reference;

import jakarta.inject.Singleton;

/** What a territory is like: on the coast, in the mountains and so on. */
@Singleton
public final class Traits extends Choices {
  public Traits() {
    super("traits.tsv", "error.unknownTrait");
  }
}
