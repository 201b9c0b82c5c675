package eu.bridgehall.soak

import java.time.Duration

/** The figures of a soak; the kills are all, those of PostgreSQL too, and those of a service that was starting. */
class SoakReport {
    final long seed
    final Duration duration
    final int kills
    final int killsOfBoth
    final int killsAtStart
    final List<Long> upAfterMs
    final Ledger ledger
    final Findings findings

    SoakReport(long seed, Duration duration, List<Integer> kills, List<Long> upAfterMs, Ledger ledger, Findings findings) {
        this.seed = seed
        this.duration = duration
        this.kills = kills[0]
        this.killsOfBoth = kills[1]
        this.killsAtStart = kills[2]
        this.upAfterMs = upAfterMs.sort(false)
        this.ledger = ledger
        this.findings = findings
    }

    /** Whether there was work of each kind, and none of it is lost, doubled or refused without a reason. */
    boolean isClean() {
        findings.clean && ledger.unexpected.empty && findings.acknowledged.every { it.value > 0 }
    }

    @Override
    String toString() {
        def lines = [
                ['seconds', duration.toSeconds()], ['seed', seed],
                ['kills', kills], ['of them with PostgreSQL', killsOfBoth], ['of them while it started', killsAtStart],
                ['up again after, median ms', upAfterMs.empty ? '-' : upAfterMs[upAfterMs.size().intdiv(2)]],
                ['up again after, at most ms', upAfterMs.empty ? '-' : upAfterMs.last()],
                ['requests answered', ledger.answered.sum()], ['requests without an answer, sent again', ledger.unanswered.sum()]] +
                ledger.refused.collect { why, count -> ["refused: ${why.tokenize('/:').last()}", count.sum()] } +
                findings.acknowledged.collect { what, count -> ["acknowledged: $what", count] } + [
                ['mails in the queue\'s table', findings.mails], ['mails taken more than once, under the same Message-ID', findings.takenAgain],
                ['lost', findings.lost.size()], ['doubled', findings.doubled.size()], ['unexpected answers', ledger.unexpected.size()]]
        (lines.collect { name, value -> "${(name as String).padRight(60)} $value" } +
                (findings.lost + findings.doubled + ledger.unexpected.toList()).take(20)).join('\n')
    }
}
