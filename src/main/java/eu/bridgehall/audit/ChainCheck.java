package eu.bridgehall.audit;

import eu.bridgehall.kernel.Coded;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found when the whole chain was looked through.
 *
 * @param at when
 * @param sealed how many seals there are
 * @param head position and hash of the last seal, to be noted elsewhere and compared later
 * @param faults the first hundred places where the chain is broken, in its order
 * @param faultCount how many there are
 * @param unsealed entries that wait to be sealed
 * @param oldestUnsealed since when the oldest of these waits; null where none does
 */
@Serdeable
public record ChainCheck(
    Instant at,
    long sealed,
    String head,
    List<Fault> faults,
    long faultCount,
    long unsealed,
    @Nullable Instant oldestUnsealed) {
  public ChainCheck {
    faults = List.copyOf(faults);
  }

  /** Whether nothing that was sealed has been changed or taken away. */
  public boolean foundWhole() {
    return faultCount == 0;
  }

  /**
   * A place where the chain is broken.
   *
   * @param position of the seal, from 1 on
   * @param entry number of the entry; null where the seal is gone
   * @param kind what is wrong
   */
  @Serdeable
  public record Fault(long position, @Nullable Long entry, FaultKind kind) {}

  /** What can be wrong with a seal. */
  public enum FaultKind implements Coded {
    /** The entry, or the seal, is no longer what it was. */
    CHANGED,
    /** The entry is gone. */
    ENTRY_MISSING,
    /** The seal is gone. */
    SEAL_MISSING
  }
}
