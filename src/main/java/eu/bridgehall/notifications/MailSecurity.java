package eu.bridgehall.notifications;

/** How the way to the mail server is protected; wherever it is, the certificate is checked. */
enum MailSecurity {
  /** Begun in the clear, then encrypted, or nothing is sent. */
  STARTTLS,
  /** Encrypted from the beginning. */
  TLS,
  /** Not at all. */
  NONE
}
