package eu.bridgehall.discovery;

import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.StatedTwinning;
import eu.bridgehall.reference.Place;
import eu.bridgehall.reference.PlaceTie;
import eu.bridgehall.reference.Places;
import eu.bridgehall.scoring.KnownPlaces;
import eu.bridgehall.scoring.KnownTies;
import eu.bridgehall.scoring.Locality;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.scoring.TrackRecordModel;
import eu.bridgehall.scoring.Vocabulary;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The track record of the service: the learned numbers that come with the program, and the
 * twinnings that public lists know or confirmed authorities state. What is known is read anew from
 * time to time, so that scores stay the same in between and can be told apart by a version.
 */
@Singleton
public class TrackRecords {
  private final Places places;
  private final ProfileDirectory profiles;
  private final Vocabulary vocabulary;
  private final TrackRecordModel model = TrackRecordModel.shipped();
  private volatile @Nullable TrackRecord current;
  private @Nullable KnownPlaces known;

  TrackRecords(Places places, ProfileDirectory profiles, Vocabulary vocabulary) {
    this.places = places;
    this.profiles = profiles;
    this.vocabulary = vocabulary;
  }

  /** The newest; the same object until something else is known. */
  public TrackRecord current() {
    TrackRecord record = current;
    return record == null ? first() : record;
  }

  private synchronized TrackRecord first() {
    TrackRecord record = current;
    // whoever has waited for it need not read all of it again
    return record == null ? renew() : record;
  }

  /** As {@link #renew}, unless nobody has asked for it yet. */
  void renewWhereRead() {
    if (current != null) {
      renew();
    }
  }

  /** Reads what is known now: soon after the start, so that nobody who asks has to wait for it. */
  @Scheduled(
      fixedDelay = "${bridgehall.track-record.renew-every:1h}",
      initialDelay = "${bridgehall.track-record.first-after:1s}")
  public synchronized TrackRecord renew() {
    Set<KnownTies.Twinning> twinnings = new LinkedHashSet<>();
    for (PlaceTie tie : places.listTies()) {
      twinnings.add(twinning(tie.placeA(), tie.placeB(), tie.clique()));
    }
    for (StatedTwinning stated : profiles.listTwinnings()) {
      if (stated.place() != stated.twin()) {
        twinnings.add(twinning(stated.place(), stated.twin(), false));
      }
    }
    String version = version(twinnings);
    TrackRecord present = current;
    if (present != null && present.ties().version().equals(version)) {
      return present;
    }
    KnownTies ties =
        new KnownTies(version, towns(twinnings), twinnings, vocabulary.regions().size());
    TrackRecord next = new TrackRecord(model, ties, knownPlaces(), vocabulary.countries());
    current = next;
    return next;
  }

  /** Read once, since the gazetteer stays as it is while the service runs. */
  private KnownPlaces knownPlaces() {
    KnownPlaces read = known;
    if (read == null) {
      read =
          new KnownPlaces(
              places.listNames().stream()
                  .map(
                      place ->
                          new KnownPlaces.Entry(
                              Math.toIntExact(place.id()), place.featureCode(), place.name()))
                  .toList());
      known = read;
    }
    return read;
  }

  private static KnownTies.Twinning twinning(long a, long b, boolean multilateral) {
    return new KnownTies.Twinning(
        Math.toIntExact(Math.min(a, b)), Math.toIntExact(Math.max(a, b)), multilateral);
  }

  private List<KnownTies.Town> towns(Collection<KnownTies.Twinning> twinnings) {
    Set<Long> ids = new LinkedHashSet<>();
    twinnings.forEach(
        twinning -> {
          ids.add((long) twinning.placeA());
          ids.add((long) twinning.placeB());
        });
    return places.list(ids).values().stream().map(this::town).toList();
  }

  private KnownTies.Town town(Place place) {
    Integer degree = place.degreeOfUrbanisation();
    boolean known = vocabulary.countries().contains(place.countryCode());
    return new KnownTies.Town(
        Locality.of(
            Math.toIntExact(place.id()),
            degree == null ? 0 : degree,
            Boolean.TRUE.equals(place.coastal()),
            vocabulary.regionOrdinals(place.regionPath())),
        known ? vocabulary.countries().ordinal(place.countryCode()) : Locality.UNKNOWN,
        place.position(),
        place.name());
  }

  /** The same twinnings have the same version, whoever has counted them. */
  private static String version(Collection<KnownTies.Twinning> twinnings) {
    TreeMap<String, Boolean> lines = new TreeMap<>();
    twinnings.forEach(
        t -> lines.merge(t.placeA() + "-" + t.placeB(), t.multilateral(), (a, b) -> a && b));
    String hash =
        UUID.nameUUIDFromBytes(lines.toString().getBytes(StandardCharsets.UTF_8)).toString();
    return lines.size() + "-" + hash.substring(0, 8);
  }
}
