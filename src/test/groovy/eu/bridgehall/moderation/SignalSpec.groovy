package eu.bridgehall.moderation

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

import static eu.bridgehall.web.EditForms.post

/** Automatic signals say that somebody should look; they decide nothing. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class SignalSpec extends Specification {
    static final String QUEUE = '/api/v1/moderation/queue'
    static final String FLAGS = '/api/v1/moderation/flags'
    static final String SAME = 'We are a town by a river and would like to tell you about our buses.'
    @Inject EmbeddedServer server
    @Inject SignalAccounts accounts
    People people
    ProfileMaker profiles
    TestPerson moderator
    def soon = new PollingConditions(timeout: 20)

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
        moderator = people.moderator()
    }

    void "contact data and links in what everybody sees of a profile are flagged: #summary"() {
        given:
        def made = profiles.confirmed('FR', [summary: summary, website: 'https://www.town.example'])

        expect:
        soon.eventually { assert open(made.id)*.signals.flatten() == signals }
        open(made.id)*.places.flatten() == (signals ? ['summary-en'] : [])

        where:
        summary                                                || signals
        'Write to mayor@town-hall.example about it.'           || ['email']
        'Call +33 4 72 10 30 30 at any time.'                  || ['phone']
        'See https://shop.example for more.'                   || ['link']
        'Much more on https://www.town.example/en and here.'   || []
        'Play in our online casino and get rich!'              || ['word']
        'Грайте в казино онлайн'                               || ['word']
        'Founded in 1204, 12 000 people live here.'            || []
    }

    void "what is flagged is still shown to everybody: a program does not decide"() {
        given:
        def made = profiles.confirmed('FR', [summary: 'Write to mayor@town-hall.example about it.'])
        soon.eventually { assert open(made.id).size() == 1 }

        expect:
        people.visitor.get(made.path).json.content.texts*.text == ['Write to mayor@town-hall.example about it.']
    }

    void "a flag stands in the queue, of the association too, until somebody has looked at it; the same does not come again"() {
        given:
        def made = profiles.confirmed('FR', [summary: 'Call +33 4 72 10 30 30 at any time.'])
        def flag = flagOf(made.id)
        def officer = people.associationOfficer('FR')

        expect:
        inQueue(moderator, flag).with { kind == 'flag' && signals == ['phone'] && priority == 'low' }
        inQueue(officer, flag) != null
        people.associationOfficer('DE').with { inQueue(it, flag) == null && it.api.get("$FLAGS/$flag").status == 404 }
        made.owner.api.get("$FLAGS/$flag").status == 403
        people.visitor.get("$FLAGS/$flag").status == 401
        officer.api.post("$FLAGS/$flag/dismissal", [note: 'x' * 1001]).fields == ['note']
        officer.api.post("$FLAGS/$flag/dismissal", [note: 'It is the number of the town hall.']).json.with {
            closedWhy == 'dismissed' && note == 'It is the number of the town hall.'
        }
        officer.api.post("$FLAGS/$flag/dismissal").status == 409
        inQueue(moderator, flag) == null

        when: 'something else is changed'
        made.edit { ProfileMaker.content(it, [summary: 'Call +33 4 72 10 30 30 at any time.', needs: ['waste']]) }
        made.edit { ProfileMaker.content(it, [summary: 'Call +33 4 72 10 30 31 at any time.', needs: ['waste']]) }

        then: 'only the other number is flagged'
        soon.eventually { assert flagOf(made.id) != flag }
    }

    void "what is taken out is not flagged any more"() {
        given:
        def made = profiles.confirmed('FR', [summary: 'Call +33 4 72 10 30 30 at any time.'])
        def flag = flagOf(made.id)

        when:
        made.edit { ProfileMaker.content(it, [summary: 'A town by a river.']) }

        then:
        soon.eventually { assert moderator.api.get("$FLAGS/$flag").json.closedWhy == 'gone' }
    }

    void "what is in a submitted profile waits with the profile, and is seen when it is confirmed"() {
        given:
        def made = profiles.submitted('FR', [summary: 'Call +33 4 72 10 30 30 at any time.'])
        def flag = flagOf(made.id)

        expect:
        inQueue(moderator, flag) == null
        inQueue(moderator, made.id).signals == ['phone']
        moderator.api.get("$QUEUE?flagged=true&limit=100").json.items*.subject.contains(made.id.toString())
        Visitor.signedIn(moderator).get("/review/profiles/$made.id").body().contains('Telephone number')

        when:
        moderator.api.post("$made.path/confirm", [:], made.ifMatch)

        then:
        soon.eventually { assert moderator.api.get("$FLAGS/$flag").json.closedWhy == 'confirmed' }
        inQueue(moderator, flag) == null
    }

    void "of a message the words of the list and the same text to many are signals, and its text stays with those who talk"() {
        given:
        def towns = new Towns(people)
        def lviv = towns.confirmed('UA', 'Lviv')
        def others = ['Gent', 'Lyon', 'Pisa'].collect { towns.confirmed('BE', it) }
        def conversations = others.collect { Towns.conversation(lviv, it) }
        def write = { Object conversation, String text -> lviv.editor.api.post("/api/v1/conversations/$conversation/messages", [text: text]).json.id }

        when:
        def plain = write(conversations[0], 'My number is +380 32 297 5900, mail: office@lviv.example, https://lviv.example')
        def word = write(conversations[0], 'Have you tried our ONLINE  CASINO?')
        def same = conversations.collect { write(it, SAME) }

        then:
        soon.eventually { assert open(word)*.signals == [['word']] && open(same[2])*.signals == [['same-text']] }
        open(plain) == []
        open(same[0]) == []
        open(same[1]) == []
        def flag = moderator.api.get("$FLAGS/${flagOf(same[2])}")
        flag.json.authorityName == 'Lviv'
        flag.json.others == ['Pisa']
        !flag.body.contains('buses')
        people.associationOfficer('UA').api.get("$FLAGS/${flagOf(same[2])}").status == 404
        Visitor.signedIn(moderator).get("/moderation/flags/${flagOf(same[2])}").body().with { contains('Same text to many') && !contains('our buses') }
    }

    void "who joins a confirmed authority from an address elsewhere is a doubt, who has come with it is none"() {
        given:
        accounts.check()
        def made = profiles.confirmed('FR', [website: 'https://www.town.example'])
        def elsewhere = people.member(made.id, MemberRole.EDITOR, [email: "a-${UUID.randomUUID()}@firm.example".toString()])
        def own = people.member(made.id, MemberRole.EDITOR, [email: "b-${UUID.randomUUID()}@town.example".toString()])
        def viewer = people.member(made.id, MemberRole.VIEWER, [email: "c-${UUID.randomUUID()}@firm.example".toString()])

        when:
        accounts.check()
        accounts.check()

        then:
        open(elsewhere.id)*.signals == [['mail-domain']]
        [own.id, viewer.id, made.owner.id].every { open(it) == [] }
        inQueue(moderator, flagOf(elsewhere.id)).kind == 'sign-up'
        inQueue(people.associationOfficer('FR'), flagOf(elsewhere.id)) == null
        moderator.api.get("$FLAGS/${flagOf(elsewhere.id)}").json.with { person == 'Test Person' && emailDomain == 'firm.example' }
        elsewhere.api.get('/api/v1/account/data').json.flags*.signals == [['mail-domain']]
    }

    void "who has joined in a transaction that ended after the last look is looked at the next time"() {
        given:
        def made = profiles.confirmed('FR', [website: 'https://www.town.example'])
        people.sql("update authority_profile set confirmed_at = now() - interval '30 minutes' where id = ?", [made.id])
        accounts.check()

        when: 'a moment before that look'
        def late = people.member(made.id, MemberRole.EDITOR, [email: "d-${UUID.randomUUID()}@firm.example".toString()])
        people.sql("update membership set since = now() - interval '10 minutes' where person_id = ?", [late.id])
        accounts.check()

        then:
        open(late.id)*.signals == [['mail-domain']]

        when: 'somebody has looked at it'
        moderator.api.post("$FLAGS/${flagOf(late.id)}/dismissal", [note: 'Known.'])
        accounts.check()

        then:
        open(late.id) == []
    }

    void "who starts many authorities that nobody has confirmed is a doubt"() {
        given:
        accounts.check()
        def person = people.person()
        def first = profiles.draft('FR')
        people.sql('update authority_profile set started_by = ? where id = any(?::uuid[])',
                [person.id, "{${first.id},${profiles.draft('FR').id},${profiles.draft('FR').id}}".toString()])

        when:
        accounts.check()

        then:
        open(person.id)*.signals == [['many-places']]
    }

    void "a moderator looks at a flag on its page and closes it there"() {
        given:
        def made = profiles.confirmed('FR', [officialName: 'Ville aux liens', summary: 'See https://shop.example for more.'])
        def flag = flagOf(made.id)
        def browser = Visitor.signedIn(moderator)

        expect:
        browser.get("/moderation/flags/$flag").body().with { contains('Ville aux liens') && contains('Link') }
        post(browser, "/moderation/flags/$flag/dismiss", [note: 'x' * 1001]).statusCode() == 400
        post(browser, "/moderation/flags/$flag/dismiss", [note: 'Fine.']).headers().firstValue('Location').get() == '/moderation?done=flag-dismissed'
        post(browser, "/moderation/flags/$flag/dismiss", [note: 'Fine.']).statusCode() == 409
        browser.get("/moderation/flags/$flag").body().with { contains('Somebody looked at it on') && contains('Fine.') }
    }

    private List<Map> open(Object subject) {
        people.rows("select id, signals, places from content_flag where subject = ? and closed_at is null", [UUID.fromString(subject.toString())])
                .collect { [id: it.id, signals: it.signals.array.collect { s -> s.toLowerCase().replace('_', '-') }, places: it.places.array.toList()] }
    }

    private Object flagOf(Object subject) {
        soon.eventually { assert open(subject).size() == 1 }
        open(subject)[0].id
    }

    private static Map inQueue(TestPerson who, Object subject) {
        who.api.get("$QUEUE?limit=100").json.items.find { it.subject == subject.toString() }
    }
}
