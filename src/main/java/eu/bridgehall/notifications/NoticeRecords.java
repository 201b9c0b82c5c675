package eu.bridgehall.notifications;

import eu.bridgehall.accounts.AccountMailFacts;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a person wants her mails, what she was told, and the mails that are on record. */
@Singleton
class NoticeRecords implements PersonalRecords {
  private static final int MOST = 10_000;

  private final NoticeChoices choices;
  private final NoticeRepository notices;
  private final Mails mails;
  private final AccountMailFacts accounts;
  private final JdbcOperations jdbc;

  NoticeRecords(
      NoticeChoices choices,
      NoticeRepository notices,
      Mails mails,
      AccountMailFacts accounts,
      JdbcOperations jdbc) {
    this.choices = choices;
    this.notices = notices;
    this.mails = mails;
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public Object collect(Person person) {
    return new Kept(
        NoticeChoices.ids(choices.of(person.id())),
        notices.listAll(person.id(), MOST).stream()
            .map(n -> new Told(n.kind(), n.at(), n.readAt()))
            .toList(),
        list(person.email()));
  }

  /** The last mail is the farewell: it is queued while the address is still known. */
  @Override
  public void erase(Person person) {
    for (String table : List.of("notice", "notice_choice", "message_notice")) {
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
    forgetInviter(person);
    mails.queue(
        new NewMail(
            person.email(),
            person.language(),
            "account-closed",
            Map.of("name", person.name()),
            null));
  }

  /** The mails to those whom she has invited name her no longer, sent or not. */
  private void forgetInviter(Person person) {
    jdbc.prepareStatement(
        """
        update mail set facts = jsonb_set(facts, '{inviter}', '"Bridgehall"')
         where kind = 'invitation' and link_subject = any(?)
        """,
        s -> {
          s.setArray(
              1,
              s.getConnection()
                  .createArrayOf("uuid", accounts.listInvitationsBy(person.id()).toArray()));
          return s.executeUpdate();
        });
  }

  private List<Sent> list(String address) {
    return jdbc.prepareStatement(
        """
        select kind, created_at, sent_at is not null from mail
         where lower(recipient) = lower(?) order by created_at, id
        """,
        s -> {
          s.setString(1, address);
          try (ResultSet rows = s.executeQuery()) {
            List<Sent> kept = new ArrayList<>();
            while (rows.next()) {
              kept.add(
                  new Sent(
                      rows.getString(1),
                      rows.getObject(2, OffsetDateTime.class).toInstant(),
                      rows.getBoolean(3)));
            }
            return kept;
          }
        });
  }

  /**
   * All of it.
   *
   * @param choices how each kind of mail comes
   */
  @Serdeable
  record Kept(Map<String, String> choices, List<Told> told, List<Sent> mails) {}

  /**
   * A notice.
   *
   * @param about which one it is
   */
  @Serdeable
  record Told(String about, Instant at, @Nullable Instant readAt) {}

  /**
   * A mail that is on record.
   *
   * @param about the name of the mail
   */
  @Serdeable
  record Sent(String about, Instant at, boolean sent) {}
}
