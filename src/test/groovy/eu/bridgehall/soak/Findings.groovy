package eu.bridgehall.soak

import eu.bridgehall.soak.Ledger.Asked

/** Looks whether everything that was acknowledged is there, once: as its readers see it, and the mails where they are kept. */
class Findings {
    private static final int PAGE = 200
    private static final Map<String, String> STEP_MAILS = [accepted: 'introduction-accepted', declined: 'introduction-declined']

    private final Soak soak
    private final Ledger ledger
    private final SoakDatabase database
    private final Map<String, Integer> taken
    final Map<String, Integer> acknowledged = [:]
    final List<String> lost = []
    final List<String> doubled = []
    int mails
    int takenAgain

    Findings(Soak soak, Ledger ledger, SoakDatabase database, Map<String, Integer> taken) {
        this.soak = soak
        this.ledger = ledger
        this.database = database
        this.taken = taken
        introductions()
        messages()
        mails()
    }

    boolean isClean() { lost.empty && doubled.empty }

    private void introductions() {
        acknowledged.introductions = ledger.introductions.size()
        ledger.introductions.values().each { asked ->
            def answer = soak.api(asked.asker).get("/api/v1/introductions/$asked.id")
            if (answer.status != 200 || answer.json.text != asked.text) {
                lost << "introduction $asked.id: $answer".toString()
            } else if (asked.status != null && answer.json.status != asked.status) {
                lost << "introduction $asked.id was $asked.status and is $answer.json.status".toString()
            }
        }
        doubled.addAll(twice("select text as it from introduction where text like 'We would like to meet you: %'"))
    }

    private void messages() {
        acknowledged.messages = ledger.messages.size()
        ledger.messages.values().groupBy { it.where }.each { talk, said ->
            def read = all(talk)
            def times = read.countBy { it.id }
            said.each {
                if (times[it.id] == null || read.find { r -> r.id == it.id }.text != it.text) {
                    lost << "message $it.id of $talk.conversation".toString()
                }
            }
            if (read*.number != (1..read.size()).toList()) {
                lost << "numbers of $talk.conversation: ${read*.number}".toString()
            }
        }
        doubled.addAll(twice("select text as it from message where text like 'Good morning %'"))
    }

    private List<Map> all(Asked talk) {
        def read = []
        def next = '0'
        while (next != null) {
            def page = soak.api(talk.asker).get("/api/v1/conversations/$talk.conversation/messages?limit=$PAGE&after=$next").json
            read.addAll(page.items)
            next = page.next
        }
        read
    }

    /** Of each thing that has to be told there is one notice and one mail, and the mail server took it. */
    private void mails() {
        def expected = ledger.introductions.values().collectMany { asked ->
            def arrived = [[asked.asked.email, 'introduction-arrived', "/introductions/$asked.id".toString()]]
            def answered = STEP_MAILS[asked.status]
            arrived + (answered ? [[asked.asker.email, answered, "/introductions/$asked.id".toString()]] : [])
        } + ledger.messages.values().collect {
            def reader = it.author == it.where.asker ? it.where.asked : it.where.asker
            [reader.email, 'message-arrived', "/conversations/$it.where.conversation".toString()]
        }.unique()
        acknowledged.notices = expected.size()
        once('notice', expected, database.rows("""select p.email as recipient, n.kind, n.link_path
            from notice n join person p on p.id = n.person_id where n.link_path is not null"""))
        def queued = database.rows("select recipient, kind, link_path, message_id, status from mail where link_path is not null")
        once('mail', expected, queued)
        mails = queued.size()
        lost.addAll(queued.findAll { it.status == 'DEAD' || it.status == 'SENT' && !taken[it.message_id] }.collect { "not taken: $it".toString() })
        lost.addAll(database.rows('select consumer, error from outbox_failure').collect { "set aside: $it".toString() })
        takenAgain = taken.values().sum(0) { it - 1 } as int
    }

    private void once(String what, List<List<String>> expected, List<Map<String, Object>> rows) {
        def times = rows.countBy { [it.recipient, it.kind, it.link_path] }
        expected.each {
            if (times[it] == null) {
                lost << "$what $it".toString()
            } else if (times[it] > 1) {
                doubled << "$what $it".toString()
            }
        }
    }

    private List<String> twice(String query) {
        database.rows(query)*.it.countBy { it }.findAll { it.value > 1 }.keySet().toList()
    }
}
