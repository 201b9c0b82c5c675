package eu.bridgehall.soak

import eu.bridgehall.support.Api

import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.LongAdder

/** What the service has acknowledged to its clients: from then on it must never be lost, nor be there twice. */
class Ledger {
    /** By id. */
    final Map<String, Asked> introductions = new ConcurrentHashMap<>()
    /** By id. */
    final Map<String, Said> messages = new ConcurrentHashMap<>()
    final LongAdder answered = new LongAdder()
    final LongAdder unanswered = new LongAdder()
    /** Refusals that are in order, such as a pair that has an open introduction already; by their reason. */
    final Map<String, LongAdder> refused = new ConcurrentHashMap<>()
    /** Answers that nobody should get, whatever was killed. */
    final Queue<String> unexpected = new ConcurrentLinkedQueue<>()

    /** Notes an answer that is not what was asked for. */
    void note(String what, Api.Answer answer) {
        if (answer.status == 409) {
            refused.computeIfAbsent(answer.json.type as String) { new LongAdder() }.increment()
        } else {
            unexpected << "$what: $answer".toString()
        }
    }

    /** An officer of the demonstration, with the authorities for which she acts. */
    static class Officer {
        final String email
        final String token
        final List<String> authorities
        /** Introductions on which she is to act. */
        final Queue<Asked> toDo = new ConcurrentLinkedQueue<>()
        /** Accepted ones, where she writes. */
        final List<Asked> talks = new CopyOnWriteArrayList<>()

        Officer(String email, String token, List<String> authorities) {
            this.email = email
            this.token = token
            this.authorities = authorities
        }
    }

    /** An introduction. */
    static class Asked {
        final String id
        final Officer asker
        final Officer asked
        final String text
        /** The last that was acknowledged; null where an answer was lost. */
        volatile String status
        volatile String conversation

        Asked(String id, Officer asker, Officer asked, String text, String status) {
            this.id = id
            this.asker = asker
            this.asked = asked
            this.text = text
            this.status = status
        }
    }

    /** A message. */
    static class Said {
        final String id
        final Asked where
        final Officer author
        final String text

        Said(String id, Asked where, Officer author, String text) {
            this.id = id
            this.where = where
            this.author = author
            this.text = text
        }
    }
}
