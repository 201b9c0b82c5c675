package eu.bridgehall.platform;

/** Something in a text that a person should look at; it says nothing about who wrote it. */
public enum TextSignal {
  /** An address of a page. */
  LINK,
  /** An e-mail address, also one that is written so that programs do not see it. */
  EMAIL,
  PHONE,
  /** A word of the list. */
  WORD
}
