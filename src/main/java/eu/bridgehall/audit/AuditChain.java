package eu.bridgehall.audit;

import eu.bridgehall.audit.ChainCheck.Fault;
import eu.bridgehall.audit.ChainCheck.FaultKind;
import eu.bridgehall.audit.SealRows.Horizon;
import eu.bridgehall.audit.SealRows.Sealed;
import eu.bridgehall.audit.SealRows.Tail;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals what is in the log into a chain of hashes, and checks the chain. An entry is sealed once it
 * is committed; one whose transaction ends late is sealed after others that have greater numbers,
 * and none is passed over.
 */
@Singleton
public class AuditChain {
  private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);
  private static final int BATCH = 1000;
  private static final int FAULTS_TOLD = 100;

  /** Another service seals at this moment. */
  private static final int ELSEWHERE = -1;

  private final SealRows rows;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  /** Every entry up to this number is sealed, or never was. */
  private long settled;

  private @Nullable Horizon seen;
  private long largestBefore;
  private volatile @Nullable ChainCheck lastCheck;

  AuditChain(SealRows rows, TransactionOperations<Connection> transactions, Clock clock) {
    this.rows = rows;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Seals everything that is committed and not sealed yet, unless another service does so now. */
  @Scheduled(
      fixedDelay = "${bridgehall.audit.seal-every:10s}",
      initialDelay = "${bridgehall.audit.seal-every:10s}")
  public synchronized void seal() {
    Horizon now = rows.horizon();
    int sealed;
    do {
      sealed = transactions.executeWrite(status -> rows.lock() ? sealSome() : ELSEWHERE);
    } while (sealed == BATCH);
    if (sealed == ELSEWHERE) {
      return;
    }
    if (seen != null && now.ended() >= seen.next()) {
      // whoever was writing then had ended before this look, which has sealed what they wrote
      settled = seen.largest();
      seen = null;
    }
    if (seen == null) {
      // an entry gets its number a moment before its transaction gets one: so the number of the
      // look before, and the transactions of this one
      seen = new Horizon(now.ended(), now.next(), largestBefore);
    }
    largestBefore = now.largest();
  }

  private int sealSome() {
    List<AuditEntry> entries = rows.unsealed(settled, BATCH);
    List<Seal> seals = new ArrayList<>();
    Seal last = entries.isEmpty() ? Seal.NONE : rows.last();
    for (AuditEntry entry : entries) {
      last = last.next(entry);
      seals.add(last);
    }
    if (!seals.isEmpty()) {
      rows.add(seals);
    }
    return seals.size();
  }

  /**
   * Looks through the whole chain from time to time, for what nobody has asked to be looked for.
   */
  @Scheduled(fixedDelay = "${bridgehall.audit.check-every:24h}", initialDelay = "10m")
  void look() {
    ChainCheck found = check();
    if (found.foundWhole()) {
      // a log that is kept elsewhere is witness to the chain as it was
      LOG.info(
          "The audit log is whole: {} sealed, the last seal is {}", found.sealed(), found.head());
    } else {
      LOG.error("The audit log was tampered with: {}", found.faults().getFirst());
    }
  }

  /** Checks every seal from the first on against the entries as they stand now. */
  public ChainCheck check() {
    Faults faults = new Faults();
    Seal last = Seal.NONE;
    List<Sealed> some = rows.listAfter(0, BATCH);
    while (!some.isEmpty()) {
      for (Sealed one : some) {
        last = compare(last, one, faults);
      }
      some = rows.listAfter(last.position(), BATCH);
    }
    Tail tail = rows.tail();
    ChainCheck found =
        new ChainCheck(
            clock.instant(),
            rows.count(),
            last.told(),
            faults.first,
            faults.count,
            tail.count(),
            tail.oldest());
    lastCheck = found;
    return found;
  }

  /**
   * Whether the chain still holds a seal that was noted elsewhere.
   *
   * @param noted position and hash with a colon between, as {@link ChainCheck#head} has them
   */
  public boolean holds(String noted) {
    String[] parts = noted.strip().split(":", 2);
    if (parts.length < 2 || !parts[0].matches("[0-9]{1,18}")) {
      return false;
    }
    long position = Long.parseLong(parts[0]);
    Optional<Seal> found = position == 0 ? Optional.of(Seal.NONE) : rows.at(position);
    return found.filter(s -> s.hash().equalsIgnoreCase(parts[1].strip())).isPresent();
  }

  /** How things stand, without looking through the chain. */
  AuditChainState state() {
    Seal last = rows.last();
    Tail tail = rows.tail();
    return new AuditChainState(
        last.position(),
        last.told(),
        rows.lastAt(),
        tail.count(),
        tail.oldest(),
        rows.areGuarded(),
        lastCheck);
  }

  private static Seal compare(Seal last, Sealed one, Faults faults) {
    Seal seal = one.seal();
    for (long gone = last.position() + 1; gone < seal.position(); gone++) {
      if (!faults.add(new Fault(gone, null, FaultKind.SEAL_MISSING))) {
        faults.count += seal.position() - gone - 1;
        break;
      }
    }
    AuditEntry entry = one.entry();
    if (entry == null) {
      faults.add(new Fault(seal.position(), seal.entry(), FaultKind.ENTRY_MISSING));
    } else if (last.position() + 1 == seal.position()
        && !seal.hash().equals(Seal.hash(last.hash(), seal.position(), entry))) {
      faults.add(new Fault(seal.position(), seal.entry(), FaultKind.CHANGED));
    }
    return seal;
  }

  /** The first of them, and how many there are. */
  private static final class Faults {
    private final List<Fault> first = new ArrayList<>();
    private long count;

    /** Whether it is among those that are told one by one. */
    boolean add(Fault fault) {
      count++;
      return first.size() < FAULTS_TOLD && first.add(fault);
    }
  }
}
