package eu.bridgehall.moderation;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import eu.bridgehall.kernel.Coded;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What automatic signals have found about a person's account, and what she has looked at. */
@Singleton
class SignalRecords implements PersonalRecords {
  private final SignalFlagRepository flags;

  SignalRecords(SignalFlagRepository flags) {
    this.flags = flags;
  }

  @Override
  public String name() {
    return "flags";
  }

  @Override
  public Object collect(Person person) {
    return flags.listOf(person.id()).stream().map(f -> kept(f, person.id())).toList();
  }

  private static Kept kept(SignalFlagRepository.Row flag, UUID person) {
    SignalFlagRepository.Closed closed = flag.closed();
    List<String> signals = flag.signals().stream().map(Coded::id).toList();
    if (closed == null) {
      return new Kept("own-account", signals, flag.foundAt(), null, null);
    }
    return person.equals(closed.by())
        ? new Kept(closed.why().id(), signals, flag.foundAt(), closed.at(), closed.note())
        : new Kept("own-account", signals, flag.foundAt(), closed.at(), null);
  }

  @Override
  public void erase(Person person) {
    flags.erase(person.id());
  }

  /**
   * A flag.
   *
   * @param why it is here: it is about her account, or what she has done with it
   * @param note what she has noted
   */
  @Serdeable
  record Kept(
      String why,
      List<String> signals,
      Instant foundAt,
      @Nullable Instant closedAt,
      @Nullable String note) {}
}
