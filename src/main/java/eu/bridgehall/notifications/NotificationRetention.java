package eu.bridgehall.notifications;

import eu.bridgehall.platform.retention.Retained;
import eu.bridgehall.platform.retention.RetentionSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How long mails and notices are kept. */
@Factory
class NotificationRetention {
  @Singleton
  Retained mails(MailSettings settings) {
    return new Retained(
        "mails",
        settings.keep(),
        """
        delete from mail
         where status = 'SENT' and sent_at < ? or status = 'DROPPED' and next_attempt < ?
        """);
  }

  @Singleton
  Retained deadMails(RetentionSettings settings) {
    return new Retained(
        "dead-mails",
        settings.deadMails(),
        "delete from mail where status = 'DEAD' and next_attempt < ?");
  }

  @Singleton
  Retained notices(NoticeSettings settings) {
    return new Retained("notices", settings.keep(), "delete from notice where at < ?");
  }
}
