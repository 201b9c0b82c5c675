package eu.bridgehall.support

import eu.bridgehall.platform.outbox.OutboxConsumer
import spock.util.concurrent.PollingConditions

/** The mails that stand in the queue, once everything that has happened up to now is handled. */
class QueuedMails {
    private static final double LONGEST_WAIT_SECONDS = 20
    private final People people
    private final String kinds
    private final List<String> consumers

    /**
     * @param kinds a pattern of the kinds that are looked at
     * @param consumers what must have come to the end of the events before anything is read
     */
    QueuedMails(People people, String kinds, String... consumers) {
        this.people = people
        this.kinds = kinds
        this.consumers = consumers.toList()
    }

    /** The mails for somebody, in the order in which they were queued. */
    List<Map<String, Object>> to(TestPerson person) {
        new PollingConditions(timeout: LONGEST_WAIT_SECONDS).eventually {
            assert behind().empty
        }
        people.rows('select kind, language, link_path, facts::text from mail where recipient = ? and kind ~ ? order by id',
                [person.email, kinds])
    }

    /** The kinds of mail that all of these people have got, which must be the same for each. */
    List<String> told(TestPerson... persons) {
        def kinds = persons.collect { to(it)*.kind }
        assert kinds.every { it == kinds[0] }
        kinds[0]
    }

    /** The consumers that have an event still to come. */
    private List<String> behind() {
        consumers.findAll { name ->
            def consumer = people.context.getBeansOfType(OutboxConsumer).find { it.name() == name }
            def types = consumer.events().collect { "'$it.simpleName'" }.join(',')
            people.rows('select 1 from outbox_progress where consumer = ?', [name]).empty ||
                    !people.rows("""select 1 from outbox_event e join outbox_progress p
                        on p.consumer = ? and (e.transaction, e.number) > (p.transaction, p.number)
                        and e.type in ($types)""".toString(), [name]).empty
        }
    }
}
