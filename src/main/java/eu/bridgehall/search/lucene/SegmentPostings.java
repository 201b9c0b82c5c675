package eu.bridgehall.search.lucene;

import eu.bridgehall.scoring.Candidate;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.ThemeSet;
import eu.bridgehall.scoring.Wishes;
import org.apache.lucene.util.FixedBitSet;

/**
 * What of a segment's documents is told without looking at each: a bit for every document and every
 * thing that it may have stated.
 */
final class SegmentPostings {
  private final OrdinalDocuments needing;
  private final OrdinalDocuments offering;
  private final OrdinalDocuments interested;
  private final OrdinalDocuments cooperating;
  private final OrdinalDocuments speaking;
  private final OrdinalDocuments inCountry;
  private final OrdinalDocuments wishingCountry;
  private final FixedBitSet ukrainian;
  // who wishes for countries, and for nothing else of a place
  private final FixedBitSet wishingCountriesAlone;
  private final FixedBitSet accepting;
  private final FixedBitSet demanding;
  private final FixedBitSet unusual;
  // to be bounded one by one: unusual, or without needs or offers
  private final FixedBitSet single;

  SegmentPostings(int documents) {
    needing = new OrdinalDocuments(documents);
    offering = new OrdinalDocuments(documents);
    interested = new OrdinalDocuments(documents);
    cooperating = new OrdinalDocuments(documents);
    speaking = new OrdinalDocuments(documents);
    inCountry = new OrdinalDocuments(documents);
    wishingCountry = new OrdinalDocuments(documents);
    ukrainian = new FixedBitSet(documents);
    wishingCountriesAlone = new FixedBitSet(documents);
    accepting = new FixedBitSet(documents);
    demanding = new FixedBitSet(documents);
    unusual = new FixedBitSet(documents);
    single = new FixedBitSet(documents);
  }

  void add(int document, Columns columns) {
    Wishes wishes = columns.wishes();
    needing.add(document, columns.needs().lo(), columns.needs().hi());
    offering.add(document, columns.offers().lo(), columns.offers().hi());
    interested.add(document, columns.interests().lo(), columns.interests().hi());
    cooperating.add(document, Integer.toUnsignedLong(columns.cooperation()));
    speaking.add(
        document,
        columns.languages().first(),
        columns.languages().second(),
        columns.languages().third());
    inCountry.add(document, bit(columns.country()));
    wishingCountry.add(document, wishes.countries());
    mark(document, columns.ukrainian(), ukrainian);
    mark(
        document,
        wishes.countries() != 0
            && wishes.regions().isEmpty()
            && !wishes.ukrainian()
            && wishes.traits() == 0,
        wishingCountriesAlone);
    mark(document, columns.standing().accepting(), accepting);
    mark(document, wishes.musts() != 0, demanding);
    mark(document, !columns.usual(), unusual);
    mark(document, !columns.usual() || columns.statesOneOfNeedsAndOffers(), single);
  }

  /** Those that have musts. */
  FixedBitSet demanding() {
    return demanding;
  }

  /** Those of whom no bound is known. */
  FixedBitSet unusual() {
    return unusual;
  }

  /** Those that accept requests and seek a cooperation type in common with these. */
  FixedBitSet cooperative(int types) {
    FixedBitSet cooperative = accepting.clone();
    if (types != 0) {
      cooperative.andNot(cooperating.withOthers(Integer.toUnsignedLong(types)));
    }
    return cooperative;
  }

  /**
   * Those that have something for one with these needs and offers, and all who are unusual or have
   * not stated both.
   */
  FixedBitSet related(ThemeSet needs, ThemeSet offers) {
    FixedBitSet related = single.clone();
    related.or(offering.with(needs.lo(), needs.hi()));
    related.or(needing.with(offers.lo(), offers.hi()));
    return related;
  }

  /** Which of these needs they offer. */
  Subsets offered(ThemeSet needs) {
    return new Subsets(offering.each(needs.lo(), needs.hi()));
  }

  /** Which of these offers they need. */
  Subsets needed(ThemeSet offers) {
    return new Subsets(needing.each(offers.lo(), offers.hi()));
  }

  /** What they and an asker lack for each other, as {@link eu.bridgehall.scoring.Lack} says. */
  Lacks lacks(Candidate asker) {
    FixedBitSet none = new FixedBitSet(unusual.length());
    return new Lacks(
        speaking.withOthers(
            asker.languagesFirst(), asker.languagesSecond(), asker.languagesThird()),
        interested.withOthers(asker.interestsLo(), asker.interestsHi()),
        asker.wishedRegionCount() == 0 && (asker.wishedCountries() != 0 || asker.wishesUkrainian())
            ? outside(asker)
            : none,
        notWishing(asker));
  }

  private FixedBitSet outside(Candidate asker) {
    FixedBitSet outside = inCountry.with(asker.wishedCountries());
    if (asker.wishesUkrainian()) {
      outside.or(ukrainian);
    }
    outside.flip(0, outside.length());
    return outside;
  }

  private FixedBitSet notWishing(Candidate asker) {
    FixedBitSet notWishing = wishingCountriesAlone.clone();
    notWishing.andNot(wishingCountry.with(bit(asker.country())));
    return notWishing;
  }

  private static long bit(int country) {
    return country < 0 ? 0 : 1L << country;
  }

  private static void mark(int document, boolean is, FixedBitSet in) {
    if (is) {
      in.set(document);
    }
  }
}
