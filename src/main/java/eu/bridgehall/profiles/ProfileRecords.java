package eu.bridgehall.profiles;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps that a person has taken on profiles, the notes that she made of who may act for them,
 * and where it was she who last chose an authority's weights. They stay when the account is closed,
 * as what was done, under a number without a name.
 */
@Singleton
class ProfileRecords implements PersonalRecords {
  private final JdbcOperations jdbc;

  ProfileRecords(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "profiles";
  }

  @Override
  public Object collect(Person person) {
    return jdbc.prepareStatement(
        """
        select profile, action as did, at, text from profile_change where person_id = ?
        union all
        select profile, 'note', at, text from entitlement_note where person_id = ?
        union all
        select authority, 'weights', changed_at, null from authority_weights where changed_by = ?
        order by at, profile
        """,
        s -> {
          s.setObject(1, person.id());
          s.setObject(2, person.id());
          s.setObject(3, person.id());
          List<Done> done = new ArrayList<>();
          try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
              done.add(
                  new Done(
                      rows.getObject("profile", UUID.class),
                      rows.getString("did"),
                      Objects.requireNonNull(ProfileRows.instant(rows, "at")),
                      rows.getString("text")));
            }
          }
          return done;
        });
  }

  @Override
  public void erase(Person person) {
    // the history of an authority's profile is not the person's to take away
  }

  /**
   * What somebody did.
   *
   * @param did id of the step, {@code note} or {@code weights}
   * @param text what she wrote with it
   */
  @Serdeable
  record Done(UUID authority, String did, Instant at, @Nullable String text) {}
}
