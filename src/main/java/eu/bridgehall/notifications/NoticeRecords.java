package eu.bridgehall.notifications;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import eu.bridgehall.kernel.Coded;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which mails a person wants, and those to her that are on record. */
@Singleton
class NoticeRecords implements PersonalRecords {
  private final NoticeChoices choices;
  private final Mails mails;
  private final JdbcOperations jdbc;

  NoticeRecords(NoticeChoices choices, Mails mails, JdbcOperations jdbc) {
    this.choices = choices;
    this.mails = mails;
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public Object collect(Person person) {
    return new Notices(
        choices.wanted(person.id()).stream().map(Coded::id).toList(), list(person.email()));
  }

  /** The last mail is the farewell: it is queued while the address is still known. */
  @Override
  public void erase(Person person) {
    for (String table : List.of("unwanted_notice", "message_notice")) {
      jdbc.prepareStatement(
          "delete from " + table + " where person_id = ?",
          s -> {
            s.setObject(1, person.id());
            return s.executeUpdate();
          });
    }
    jdbc.prepareStatement(
        "delete from mail where lower(recipient) = lower(?)",
        s -> {
          s.setString(1, person.email());
          return s.executeUpdate();
        });
    mails.queue(
        new NewMail(
            person.email(),
            person.language(),
            "account-closed",
            Map.of("name", person.name()),
            null));
  }

  private List<Kept> list(String address) {
    return jdbc.prepareStatement(
        """
        select kind, created_at, sent_at is not null from mail
         where lower(recipient) = lower(?) order by created_at, id
        """,
        s -> {
          s.setString(1, address);
          try (ResultSet rows = s.executeQuery()) {
            List<Kept> kept = new ArrayList<>();
            while (rows.next()) {
              kept.add(
                  new Kept(
                      rows.getString(1),
                      rows.getObject(2, OffsetDateTime.class).toInstant(),
                      rows.getBoolean(3)));
            }
            return kept;
          }
        });
  }

  @Serdeable
  record Notices(List<String> wanted, List<Kept> mails) {}

  /**
   * A mail that is on record.
   *
   * @param about the name of the mail
   */
  @Serdeable
  record Kept(String about, Instant at, boolean sent) {}
}
