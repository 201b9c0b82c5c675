package eu.bridgehall.moderation;

import eu.bridgehall.accounts.AccountClosing;
import eu.bridgehall.accounts.AccountClosing.Obstacles;
import eu.bridgehall.accounts.Client;
import eu.bridgehall.accounts.PasswordProof;
import eu.bridgehall.accounts.PersonalArchive;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What somebody whose account is suspended still does with it, by the link to a statement of
 * reasons that she was mailed and her password: she takes away what is kept about her, and closes
 * it. Nobody loses these rights by a decision.
 */
@Singleton
public class LinkedAccounts {
  private final StatementLinks links;
  private final PasswordProof proof;
  private final PersonalArchive archive;
  private final AccountClosing closing;

  LinkedAccounts(
      StatementLinks links, PasswordProof proof, PersonalArchive archive, AccountClosing closing) {
    this.links = links;
    this.proof = proof;
    this.archive = archive;
    this.closing = closing;
  }

  /**
   * Refuses a link that opens none.
   *
   * @throws DomainException.NotFound where it is no link of ours, or opens nothing any more
   * @throws DomainException.Conflict where her account is not suspended
   */
  public void mustBeSuspended(String token) {
    links.suspended(token);
  }

  /**
   * What keeps her from closing her account now.
   *
   * @throws DomainException.NotFound where it is no link of ours, or opens nothing any more
   * @throws DomainException.Conflict where her account is not suspended
   */
  public Obstacles obstacles(String token) {
    return closing.obstacles(links.suspended(token));
  }

  /**
   * All that is kept about her, as a file.
   *
   * @param password the present one; guessing it is slowed as guessing at a sign-in is
   * @throws DomainException.NotFound where it is no link of ours, or opens nothing any more
   * @throws DomainException.Invalid where the password is wrong
   * @throws DomainException.Conflict where her account is not suspended
   */
  public StreamedFile data(String token, @Nullable String password, Client client) {
    Actor holder = links.suspended(token);
    proof.require(holder, password, client);
    return archive.of(holder);
  }

  /**
   * Closes her account for good.
   *
   * @param password as for {@link #data}
   * @throws DomainException.NotFound where it is no link of ours, or opens nothing any more
   * @throws DomainException.Invalid where the password is wrong
   * @throws DomainException.Conflict where something needs her, see {@link #obstacles}, and where
   *     her account is not suspended
   */
  public void close(String token, @Nullable String password, Client client) {
    closing.close(links.suspended(token), password, client);
  }
}
