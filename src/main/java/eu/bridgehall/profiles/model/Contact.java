package eu.bridgehall.profiles.model;

import org.jspecify.annotations.Nullable;

/**
 * How to reach the authority; private.
 *
 * @param mailbox an e-mail address, by preference of a role and not of a person
 * @param name the person or office
 */
public record Contact(@Nullable String mailbox, @Nullable String name, @Nullable String phone) {
  public static final Contact NONE = new Contact(null, null, null);
}
