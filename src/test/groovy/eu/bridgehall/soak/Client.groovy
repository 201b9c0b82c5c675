package eu.bridgehall.soak

import eu.bridgehall.soak.Ledger.Asked
import eu.bridgehall.soak.Ledger.Officer
import eu.bridgehall.soak.Ledger.Said
import eu.bridgehall.support.Api

import java.time.Duration

/** An officer at work: asks others, answers them and writes to them, and tries again whatever got no answer. */
class Client implements Runnable {
    private static final int PAUSE_MS = 10
    private static final int PAUSE_AFTER_FAILURE_MS = 20
    private final Uptime uptime
    private final Closure<Api> api
    private final Duration patience
    private final Ledger ledger
    private final Officer me
    private final List<Officer> others
    private final Random random

    /**
     * @param api the service as an officer calls it
     * @param patience for how long a service that runs may fail
     */
    Client(Uptime uptime, Closure<Api> api, Duration patience, Ledger ledger, Officer me, List<Officer> others, Random random) {
        this.uptime = uptime
        this.api = api
        this.patience = patience
        this.ledger = ledger
        this.me = me
        this.others = others
        this.random = random
    }

    @Override
    void run() {
        while (!uptime.over) {
            int draw = random.nextInt(10)
            try {
                draw < 3 ? ask() : draw < 6 ? act() : write()
            } catch (NoAnswer failed) {
                ledger.unexpected << failed.message
            }
            uptime.pause(PAUSE_MS)
        }
    }

    private void ask() {
        def other = one(others)
        def text = "We would like to meet you: ${UUID.randomUUID()}".toString()
        def body = [to: one(other.authorities), text: text]
        def from = one(me.authorities)
        def answer = definite(text) { Api api, headers -> api.post("/api/v1/authorities/$from/introductions", body, headers) }
        if (answer.status == 201) {
            def asked = new Asked(answer.json.id as String, me, other, text, answer.json.status as String)
            ledger.introductions[asked.id] = asked
            (random.nextInt(5) == 0 ? me : other).toDo << asked
        } else {
            ledger.note('ask', answer)
        }
    }

    private void act() {
        def asked = me.toDo.poll()
        if (asked == null || asked.status != 'sent') {
            return
        }
        def step = asked.asker == me ? 'withdraw' : random.nextInt(4) == 0 ? 'decline' : 'accept'
        def body = step == 'decline' ? [reason: 'no-capacity'] : [:]
        asked.status = null
        def answer = definite(null) { Api api, headers -> api.post("/api/v1/introductions/$asked.id/$step", body, headers) }
        if (answer.status == 200) {
            asked.status = answer.json.status as String
        } else {
            ledger.note(step, answer)
        }
        if (step == 'accept') {
            [asked.asker, asked.asked].each { it.talks << asked }
        }
    }

    private void write() {
        def talk = me.talks.empty ? null : one(me.talks)
        if (talk == null || conversation(talk) == null) {
            return
        }
        def text = "Good morning ${UUID.randomUUID()}".toString()
        def post = { Api api, headers -> api.post("/api/v1/conversations/$talk.conversation/messages", [text: text], headers) }
        def answer = definite(text, post)
        if (answer.status == 201) {
            def said = new Said(answer.json.id as String, talk, me, text)
            ledger.messages[said.id] = said
            if (random.nextInt(10) == 0 && definite(text, post).json.id != said.id) {
                ledger.unexpected << "sent again under its key: $answer".toString()
            }
        } else {
            ledger.note('message', answer)
        }
    }

    /** It is opened a moment after the acceptance. */
    private String conversation(Asked talk) {
        talk.conversation = talk.conversation ?:
                definite(null) { Api api, headers -> api.get("/api/v1/introductions/$talk.id", headers) }.json.conversationId
    }

    /** Sends until there is an answer; gives up where the service runs and fails all the time. */
    private Api.Answer definite(String text, Closure<Api.Answer> request) {
        def headers = text == null ? [:] : ['Idempotency-Key': text.tokenize(' ').last()]
        int starts = uptime.awaitUp()
        long since = System.nanoTime()
        while (true) {
            String failure
            try {
                def answer = request.call(api.call(me), headers) as Api.Answer
                if (answer.status < 500) {
                    ledger.answered.increment()
                    return answer
                }
                failure = answer
            } catch (IOException killed) {
                // whether it was done is not known
                failure = killed
            }
            ledger.unanswered.increment()
            uptime.pause(PAUSE_AFTER_FAILURE_MS)
            int startsNow = uptime.awaitUp()
            if (startsNow != starts) {
                starts = startsNow
                since = System.nanoTime()
            } else if (System.nanoTime() - since > patience.toNanos()) {
                throw new NoAnswer("No answer for $patience from a service that runs: $failure".toString())
            }
        }
    }

    private static class NoAnswer extends RuntimeException {
        NoAnswer(String message) { super(message) }
    }

    private <T> T one(List<T> list) { list[random.nextInt(list.size())] }
}
