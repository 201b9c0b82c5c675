package eu.bridgehall.profiles;

import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;

/** Puts profiles into the database as they are, without the steps that lead there. */
public final class StoredProfiles {
  private StoredProfiles() {}

  /** Adds the profile, or puts it in the place of the one that is there, and says so. */
  public static void store(ApplicationContext context, Profile profile) {
    @SuppressWarnings("unchecked")
    TransactionOperations<Connection> transactions = context.getBean(TransactionOperations.class);
    ProfileRepository profiles = context.getBean(ProfileRepository.class);
    transactions.executeWrite(
        status -> {
          if (profiles.find(profile.id()).isPresent()) {
            profiles.update(profile);
          } else {
            profiles.add(profile);
          }
          context.getBean(Outbox.class).publish(new ProfileChanged(profile.id(), 1));
          return true;
        });
  }
}
