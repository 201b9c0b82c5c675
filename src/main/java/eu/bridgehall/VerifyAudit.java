package eu.bridgehall;

import eu.bridgehall.audit.AuditChain;
import eu.bridgehall.audit.ChainCheck;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks whether anything in the audit log was changed or taken away. */
@Command(
    name = "verify-audit",
    mixinStandardHelpOptions = true,
    description = {
      "Checks every seal of the audit log against the entries as they stand now.",
      "Ends with 0 where the chain is whole, with 1 where it is broken. On the embedded database"
          + " the service must be stopped; on any other it may run."
    })
final class VerifyAudit implements Callable<Integer> {
  private static final int FAULTS_TOLD = 20;

  @Option(
      names = "--noted",
      paramLabel = "<position:hash>",
      description = "A last seal that was noted before, which the chain must still hold.")
  private @Nullable String noted;

  @Override
  public Integer call() {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    boolean[] whole = new boolean[1];
    int exit =
        Offline.runReading(
            errors, context -> whole[0] = report(context.getBean(AuditChain.class), out, errors));
    return exit == 0 && !whole[0] ? 1 : exit;
  }

  private boolean report(AuditChain chain, PrintWriter out, PrintWriter errors) {
    ChainCheck found = chain.check();
    out.println(found.sealed() + " entries are sealed; the last seal is " + found.head());
    out.println(
        found.oldestUnsealed() == null
            ? "Every entry is sealed"
            : found.unsealed()
                + " entries wait to be sealed, the oldest since "
                + found.oldestUnsealed());
    found.faults().stream().limit(FAULTS_TOLD).forEach(fault -> errors.println(told(fault)));
    if (found.faultCount() > FAULTS_TOLD) {
      errors.println("… " + found.faultCount() + " faults in all");
    }
    boolean held = noted == null || chain.holds(noted);
    if (!held) {
      errors.println("The chain does not hold the seal that was noted: " + noted);
    }
    boolean whole = held && found.foundWhole();
    (whole ? out : errors).println(whole ? "The chain is whole" : "The chain is broken");
    return whole;
  }

  private static String told(ChainCheck.Fault fault) {
    String at = "Broken at seal " + fault.position() + ": ";
    return switch (fault.kind()) {
      case CHANGED -> at + "entry " + fault.entry() + ", or its seal, was changed";
      case ENTRY_MISSING -> at + "entry " + fault.entry() + " is gone";
      case SEAL_MISSING -> at + "the seal is gone";
    };
  }
}
