package eu.bridgehall.ties;

import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much is asked of an authority, and how it answers.
 *
 * @param received requests received in the window
 * @param open of those, the ones that wait for an answer
 * @param answered of those, the ones answered, either way
 * @param due of those, the ones answered, expired or old enough to have been answered
 * @param expected requests to be expected in such a window: those that were received, or, if they
 *     are more, those that follow from being shown
 * @param capacity how many more partners it accepts; null where it does not say
 */
public record AuthorityLoad(
    UUID authority,
    int received,
    int open,
    int answered,
    int due,
    double expected,
    @Nullable Integer capacity) {
  /** Share of the requests due that were answered, 0 to 1; empty while none is due. */
  public OptionalDouble answerRate() {
    return due == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) answered / due);
  }
}
