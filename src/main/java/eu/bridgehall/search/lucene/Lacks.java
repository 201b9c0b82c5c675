package eu.bridgehall.search.lucene;

import eu.bridgehall.scoring.Lack;
import org.apache.lucene.util.FixedBitSet;

/** What the documents of a segment and an asker lack for each other, as sets of {@link Lack}. */
final class Lacks {
  private final long[] language;
  private final long[] interests;
  private final long[] myPlace;
  private final long[] theirPlace;

  Lacks(FixedBitSet language, FixedBitSet interests, FixedBitSet myPlace, FixedBitSet theirPlace) {
    this.language = language.getBits();
    this.interests = interests.getBits();
    this.myPlace = myPlace.getBits();
    this.theirPlace = theirPlace.getBits();
  }

  /** The set of one document: the given neighbour of a word of 64. */
  int of(int word, int neighbour) {
    return (int)
        (((language[word] >>> neighbour) & 1) * Lack.LANGUAGE.bit()
            | ((interests[word] >>> neighbour) & 1) * Lack.INTERESTS.bit()
            | ((myPlace[word] >>> neighbour) & 1) * Lack.MY_PLACE.bit()
            | ((theirPlace[word] >>> neighbour) & 1) * Lack.THEIR_PLACE.bit());
  }

  /** Of a word of 64 those whose set is exactly this one. */
  long having(int word, int set) {
    return pick(language[word], set, Lack.LANGUAGE)
        & pick(interests[word], set, Lack.INTERESTS)
        & pick(myPlace[word], set, Lack.MY_PLACE)
        & pick(theirPlace[word], set, Lack.THEIR_PLACE);
  }

  private static long pick(long documents, int set, Lack lack) {
    return (set & lack.bit()) == 0 ? ~documents : documents;
  }
}
