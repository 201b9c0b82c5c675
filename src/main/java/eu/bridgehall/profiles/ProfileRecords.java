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
 * The steps that a person has taken on profiles and the notes that she made of who may act for
 * them. They stay when the account is closed, as what was done, under a number without a name.
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
        order by at, profile
        """,
        s -> {
          s.setObject(1, person.id());
          s.setObject(2, person.id());
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
   * @param did id of the step, or {@code note}
   * @param text what she wrote with it
   */
  @Serdeable
  record Done(UUID authority, String did, Instant at, @Nullable String text) {}
}
