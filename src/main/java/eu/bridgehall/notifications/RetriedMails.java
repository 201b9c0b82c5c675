package eu.bridgehall.notifications;

import io.micronaut.serde.annotation.Serdeable;

/** How many mails are tried again. */
@Serdeable
public record RetriedMails(int total) {}
