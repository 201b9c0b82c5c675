package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.DomainException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands between an authority and one that it would ask for.
 *
 * @param obstacle why it cannot ask now; null where it can
 * @param introduction the one that is open between the two; null where the reader knows of none
 * @param conversation that of the two, once they are in touch; null where there is none
 */
public record AskOutlook(
    @Nullable DomainException obstacle, @Nullable UUID introduction, @Nullable UUID conversation) {
  static final AskOutlook CLEAR = new AskOutlook(null, null, null);

  static AskOutlook of(DomainException obstacle) {
    return new AskOutlook(obstacle, null, null);
  }
}
