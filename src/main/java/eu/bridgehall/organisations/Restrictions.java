package eu.bridgehall.organisations;

import eu.bridgehall.kernel.DomainException;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What authorities may not do for a time. Moderation decides it and writes it here in its own
 * transaction; whoever lets an authority ask, write or change something asks here first. What has a
 * term is over with it, whether or not anybody has cleared it away.
 */
@Singleton
public class Restrictions {
  private final JdbcOperations jdbc;
  private final Clock clock;

  Restrictions(JdbcOperations jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Puts one in force. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void put(Restriction r) {
    jdbc.prepareStatement(
        """
        insert into organisation_restriction (decision_id, organisation_id, kind, since, until)
        values (?, ?, ?, ?, ?)
        """,
        s -> {
          Instant until = r.until();
          s.setObject(1, r.decision());
          s.setObject(2, r.organisation());
          s.setString(3, r.kind().name());
          s.setObject(4, r.since().atOffset(ZoneOffset.UTC));
          s.setObject(5, until == null ? null : until.atOffset(ZoneOffset.UTC));
          return s.executeUpdate();
        });
  }

  /** Ends what comes from a decision; where nothing does, nothing happens. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(UUID decision) {
    jdbc.prepareStatement(
        "delete from organisation_restriction where decision_id = ?",
        s -> {
          s.setObject(1, decision);
          return s.executeUpdate();
        });
  }

  /** Those in force for an organisation, the oldest first. */
  @Transactional
  public List<Restriction> of(UUID organisation) {
    return among(List.of(organisation));
  }

  /** Those of these organisations that may not write. */
  @Transactional
  public Set<UUID> readOnly(Collection<UUID> organisations) {
    return organisations.isEmpty()
        ? Set.of()
        : among(organisations).stream()
            .filter(r -> r.kind().stopsWriting())
            .map(Restriction::organisation)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the authority may ask for introductions, as far as this goes. */
  @Transactional
  public boolean mayAsk(UUID organisation) {
    return of(organisation).stream().noneMatch(r -> r.kind().stopsAsking());
  }

  /** Whether the profile of the authority is to stay hidden. */
  @Transactional
  public boolean hides(UUID organisation) {
    return of(organisation).stream().anyMatch(r -> r.kind().hides());
  }

  /**
   * Refuses an authority that may not ask for introductions.
   *
   * @throws DomainException.Forbidden saying until when
   */
  @Transactional
  public void mustAsk(UUID organisation) {
    refuse(organisation, r -> r.kind().stopsAsking(), "restrictions.noIntroductions");
  }

  /**
   * Refuses an authority that may not write.
   *
   * @throws DomainException.Forbidden saying until when
   */
  @Transactional
  public void mustWrite(UUID organisation) {
    refuse(organisation, r -> r.kind().stopsWriting(), "restrictions.readOnly");
  }

  /**
   * Refuses to let the people of an authority close it while anything is in force: registered anew,
   * it would be free of that.
   *
   * @throws DomainException.Conflict saying until when, and what they can do
   */
  @Transactional
  public void mustClose(UUID organisation) {
    List<Restriction> found = of(organisation);
    if (!found.isEmpty()) {
      throw new DomainException.Conflict("restrictions.notClosed", until(found));
    }
  }

  private void refuse(UUID organisation, Predicate<Restriction> which, String key) {
    List<Restriction> found = of(organisation).stream().filter(which).toList();
    if (!found.isEmpty()) {
      throw new DomainException.Forbidden(key, until(found));
    }
  }

  private Map<String, Object> until(List<Restriction> found) {
    Instant last = lastEnd(found);
    return Map.of(
        "dated",
        last == null ? "no" : "yes",
        "date",
        Date.from(last == null ? clock.instant() : last));
  }

  /** When the last of them ends by itself; null where one does not. */
  private static @Nullable Instant lastEnd(List<Restriction> found) {
    Instant last = Instant.MIN;
    for (Restriction r : found) {
      Instant until = r.until();
      if (until == null) {
        return null;
      }
      last = until.isAfter(last) ? until : last;
    }
    return last;
  }

  private List<Restriction> among(Collection<UUID> organisations) {
    return jdbc.prepareStatement(
        """
        select decision_id, organisation_id, kind, since, until from organisation_restriction
         where organisation_id = any(?) and (until is null or until > ?) order by since, decision_id
        """,
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", organisations.toArray()));
          s.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
          try (ResultSet rows = s.executeQuery()) {
            List<Restriction> found = new ArrayList<>();
            while (rows.next()) {
              OffsetDateTime until = rows.getObject(5, OffsetDateTime.class);
              found.add(
                  new Restriction(
                      rows.getObject(1, UUID.class),
                      rows.getObject(2, UUID.class),
                      RestrictionKind.valueOf(rows.getString(3)),
                      rows.getObject(4, OffsetDateTime.class).toInstant(),
                      until == null ? null : until.toInstant()));
            }
            return found;
          }
        });
  }
}
