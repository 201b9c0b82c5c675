/**
 * Who somebody is and what they may act for: sign-up, sign-in, sessions, memberships, roles. Owns
 * the tables of people, second factors, consents, sessions, links, memberships, offers of
 * ownership, officers, platform roles and invitations. Uses organisations and audit. Publishes what
 * mails are written about: {@code SignUpRequested}, {@code PasswordResetRequested}, {@code
 * InvitationMade} and the like; none carries an address or a token.
 */
@Floor(4)
@NullMarked
package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Floor;
import org.jspecify.annotations.NullMarked;
