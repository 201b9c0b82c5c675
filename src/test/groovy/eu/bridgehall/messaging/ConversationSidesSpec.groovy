package eu.bridgehall.messaging

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.Ids
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.organisations.Organisations
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import eu.bridgehall.ties.Certainty
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.conversations.starts-per-day', value = '3')
class ConversationSidesSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject Ties ties
    @Inject Organisations organisations
    @Inject AuditLog audit

    People people
    Towns.Town lviv
    Towns.Town lyon
    Towns.Town gdynia

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
        gdynia = new Towns(people).confirmed('PL', 'Gdynia')
    }

    void "an authority writes to its national information point and to the secretariat, which answer"() {
        given:
        def officer = people.associationOfficer('UA')
        def moderator = people.moderator()
        def association = people.association('UA').id()

        when:
        def point = begin(lviv.editor.api, [association], 'How do we begin?')
        def office = begin(lviv.editor.api, [organisations.secretariat().id()], 'A question')

        then:
        [point, office]*.status == [201, 201]
        point.json.subject == 'How do we begin?'
        point.json.introductionId == null
        point.json.others*.party*.kind == ['association']
        office.json.others[0].party == [id: organisations.secretariat().id() as String, kind: 'secretariat', name: 'Secretariat', countryCode: null]

        and: 'each is read by those who act for it'
        officer.api.get('/api/v1/conversations').json.items*.id == [point.json.id]
        moderator.api.get('/api/v1/conversations').json.items*.id == [office.json.id]
        moderator.api.get("/api/v1/conversations/${point.json.id}").status == 404
        officer.api.get('/api/v1/account/unread').json == [total: 1, conversations: 1]
        write(officer.api, point.json.id).json.side.kind == 'association'
        write(moderator.api, office.json.id).json.side.kind == 'secretariat'
        lviv.viewer.api.get('/api/v1/account/unread').json.conversations == 2

        when: 'also after it was suspended'
        lviv.status('SUSPENDED')

        then:
        write(lviv.editor.api, office.json.id).status == 201
        audit.about(UUID.fromString(point.json.id))*.action().containsAll(['conversation.begin', 'message.post'])
    }

    void "an association writes to an authority of its country, the secretariat to any"() {
        given:
        def officer = people.associationOfficer('UA')
        def moderator = people.moderator()

        expect:
        begin(officer.api, [lviv.id]).status == 201
        begin(moderator.api, [lyon.id]).status == 201
        begin(moderator.api, [people.association('UA').id()]).status == 201
        begin(officer.api, [organisations.secretariat().id()]).status == 201

        and: 'nobody else'
        begin(officer.api, [lyon.id]).fields == ['to']
        begin(moderator.api, [lyon.id, lviv.id]).fields == ['to']
    }

    void "#who cannot begin one with #whom"() {
        given:
        people.association('FR')
        def to = [stranger: lyon.id, 'foreign association': people.association('FR').id(), itself: lviv.id, nobody: Ids.next()][whom]

        expect:
        def answer = begin(who == 'a viewer' ? lviv.viewer.api : who == 'somebody' ? people.person().api : lviv.editor.api, [to])
        answer.status == status
        answer.fields == fields

        where:
        who           | whom                  || status | fields
        'an editor'   | 'stranger'            || 400    | ['to']
        'an editor'   | 'foreign association' || 400    | ['to']
        'an editor'   | 'itself'              || 400    | ['to']
        'an editor'   | 'nobody'              || 400    | ['to']
        'a viewer'    | 'stranger'            || 403    | []
        'somebody'    | 'stranger'            || 403    | []
    }

    void "a beginning needs others, a subject and a text, and is made once under one key"() {
        given:
        def to = [organisations.secretariat().id()]
        def key = ['Idempotency-Key': 'one']

        expect:
        lviv.editor.api.post('/api/v1/conversations', [:]).fields.toSet() == ['subject', 'text', 'to'] as Set
        lviv.editor.api.post('/api/v1/conversations', [to: to, subject: 'x' * 201, text: 'a']).fields == ['subject']
        lviv.editor.api.post('/api/v1/conversations', [from: lyon.id, to: to, subject: 'a', text: 'a']).status == 404

        when:
        def answers = (1..2).collect { lviv.editor.api.post('/api/v1/conversations', [to: to, subject: 'a', text: 'a'], key) }

        then:
        answers*.status == [201, 201]
        answers*.json*.id.toSet().size() == 1

        and: 'and only so many a day; answering goes on'
        (1..3).collect { begin(lviv.owner.api, to).status } == [201, 201, 429]
        write(lviv.editor.api, answers[0].json.id).status == 201
    }

    void "an authority talks to several that it is in touch with, and they to each other"() {
        given:
        Towns.conversation(lviv, lyon)
        Towns.conversation(gdynia, lviv)

        when:
        def answer = begin(lviv.editor.api, [lyon.id, gdynia.id], 'A network of three')
        def id = answer.json.id

        then:
        answer.status == 201
        answer.json.others*.party*.name.toSet() == ['Lyon', 'Gdynia'] as Set
        write(lyon.editor.api, id).status == 201
        write(gdynia.editor.api, id).status == 201
        lyon.viewer.api.get("/api/v1/conversations/$id").json.own.party.name == 'Lyon'

        and: 'not one that is a stranger to the beginner'
        begin(lyon.editor.api, [lviv.id, gdynia.id]).fields == ['to']

        when: 'what keeps two of them apart ends their writing and not that of the third'
        people.inTransaction { ties.record(lyon.id, gdynia.id, TieKind.BLOCKED, Certainty.CONFIRMED, lyon.id, null) }

        then:
        [lviv, lyon, gdynia].collect { write(it.editor.api, id).status } == [201, 409, 409]
    }

    void "a side that leaves reads what was, and nothing that comes"() {
        given:
        Towns.conversation(lviv, lyon)
        Towns.conversation(gdynia, lviv)
        def id = begin(lviv.editor.api, [lyon.id, gdynia.id]).json.id

        expect:
        lyon.viewer.api.post("/api/v1/conversations/$id/leave").status == 403
        people.person().api.post("/api/v1/conversations/$id/leave").status == 404

        when:
        lyon.editor.api.post("/api/v1/conversations/$id/leave").status == 200
        write(gdynia.editor.api, id, 'after')

        then:
        lyon.viewer.api.get("/api/v1/conversations/$id/messages").json.items*.text == ['Good morning!']
        lyon.viewer.api.get("/api/v1/conversations/$id").json.with { [own.left, lastNumber, unread] } == [true, 1, 1]
        lyon.viewer.api.get('/api/v1/conversations/search?q=after').json.total == 0
        write(lyon.editor.api, id).status == 409
        lyon.editor.api.post("/api/v1/conversations/$id/leave").status == 409
        lviv.viewer.api.get("/api/v1/conversations/$id").json.others.find { it.party.name == 'Lyon' }.left

        when: 'the last but one goes'
        lviv.owner.api.post("/api/v1/conversations/$id/leave")

        then:
        write(gdynia.editor.api, id).status == 409
    }

    void "an authority blocks another, which is not told, and takes it back"() {
        given:
        def id = Towns.conversation(lviv, lyon)
        def path = "/api/v1/conversations/$id/block"

        expect:
        lyon.viewer.api.put(path, [:]).status == 403
        gdynia.owner.api.put(path, [:]).status == 404
        lyon.editor.api.put("$path?other=$gdynia.id", [:]).fields == ['other']
        lyon.editor.api.delete(path).status == 409

        when:
        def answer = lyon.editor.api.put(path, [:])

        then:
        answer.json.with { [it.blocked, it.mayWrite] } == [[lviv.id as String], false]
        lviv.editor.api.get("/api/v1/conversations/$id").json.with { [it.blocked, it.mayWrite] } == [[], false]
        [lviv, lyon].collect { write(it.editor.api, id).status } == [409, 409]

        and: 'only who has blocked takes it back'
        lviv.editor.api.delete(path).status == 409
        lyon.owner.api.delete(path).json.mayWrite
        write(lviv.editor.api, id).status == 201
    }

    void "each side shows its contact by itself, and takes it back"() {
        given:
        def id = Towns.conversation(lviv, lyon)
        def path = "/api/v1/conversations/$id/contact"
        people.sql("""insert into profile_contact (profile, mailbox) values (?, 'international@lyon.example')
                      on conflict (profile) do update set mailbox = excluded.mailbox""", [lyon.id])
        def seen = { it.viewer.api.get("/api/v1/conversations/$id").json.others[0].contact?.mailbox }

        expect:
        seen(lviv) == null
        lyon.viewer.api.put(path, [:]).status == 403
        gdynia.owner.api.put(path, [:]).status == 404

        when:
        lyon.editor.api.put(path, [:]).status == 200

        then:
        seen(lviv) == 'international@lyon.example'
        seen(lyon) == null

        when:
        lyon.editor.api.delete(path)

        then:
        seen(lviv) == null

        when:
        people.sql('delete from profile_contact where profile = ?', [lyon.id])

        then:
        lyon.editor.api.put(path, [:]).status == 409
    }

    void "a shared contact is shown no longer when #what"() {
        given:
        def id = Towns.conversation(lviv, lyon)
        share(lyon, id)
        assert contact(lviv, id, lyon) == 'international@lyon.example'

        when:
        switch (what) {
            case 'the sharer blocks the reader': lyon.editor.api.put("/api/v1/conversations/$id/block", [:]); break
            case 'the secretariat keeps them apart': people.moderator().api.post('/api/v1/review/forbidden-pairs', [one: lyon.id, other: lviv.id, reason: 'A dispute']); break
            case 'the sharer was suspended': lyon.status('SUSPENDED'); break
            case 'the sharer leaves': lyon.editor.api.post("/api/v1/conversations/$id/leave"); break
        }

        then:
        contact(lviv, id, lyon) == null

        where:
        what << ['the sharer blocks the reader', 'the secretariat keeps them apart', 'the sharer was suspended', 'the sharer leaves']
    }

    void "a side that has left is shown no contact, and takes its own back where it was never taken"() {
        given:
        def id = three()
        share(gdynia, id)
        lyon.editor.api.post("/api/v1/conversations/$id/leave")

        expect:
        contact(lviv, id, gdynia) == 'international@gdynia.example'
        contact(lyon, id, gdynia) == null

        when: 'it was blocked by whom it has shared with, so that nobody writes any more'
        share(lviv, id)
        lyon.editor.api.put("/api/v1/conversations/$id/block?other=$lviv.id", [:])
        gdynia.editor.api.put("/api/v1/conversations/$id/block?other=$lviv.id", [:])

        then:
        contact(gdynia, id, lviv) == null
        lviv.editor.api.delete("/api/v1/conversations/$id/contact").json.own.contact == null

        and: 'taking back is no sharing'
        lyon.editor.api.put("/api/v1/conversations/$id/contact", [:]).status == 409
        lyon.editor.api.delete("/api/v1/conversations/$id/contact").status == 200
    }

    void "a side that has left takes its block back, and blocks"() {
        given:
        def id = Towns.conversation(lviv, lyon)
        def path = "/api/v1/conversations/$id/block"
        lyon.editor.api.put(path, [:])
        lyon.editor.api.post("/api/v1/conversations/$id/leave")

        expect:
        lyon.viewer.api.delete(path).status == 403
        lyon.editor.api.delete(path).json.blocked == []
        ties.mayWrite(lviv.id, lyon.id)
        lyon.editor.api.put(path, [:]).json.blocked == [lviv.id as String]
    }

    void "a block ends the request that is open between the two, and says not why"() {
        given:
        def id = three()
        def asked = gdynia.ask(lyon).json.id

        when:
        lyon.editor.api.put("/api/v1/conversations/$id/block?other=$gdynia.id", [:])

        then:
        [gdynia, lyon]*.viewer*.api.collect { it.get("/api/v1/introductions/$asked").json.status } == ['ended', 'ended']
        ties.between(lyon.id, gdynia.id)*.kind() == [TieKind.BLOCKED]
        lyon.editor.api.post("/api/v1/introductions/$asked/accept").status == 409
        audit.about(UUID.fromString(asked))*.action().contains('introduction.end')
    }

    void "nobody brings two into one conversation that are kept apart"() {
        given:
        Towns.conversation(lviv, lyon)
        Towns.conversation(gdynia, lviv)
        people.inTransaction { ties.record(lyon.id, gdynia.id, kind, Certainty.CONFIRMED, kind.sided ? lyon.id : null, null) }

        when:
        def answer = begin(lviv.editor.api, [lyon.id, gdynia.id])

        then:
        answer.fields == ['to']
        answer.json.errors[0].message.contains('separately')
        [lyon, gdynia].every { begin(lviv.editor.api, [it.id]).status == 201 }

        where:
        kind << [TieKind.BLOCKED, TieKind.FORBIDDEN]
    }

    void "who acts for two sides reads as the one that is there, and that she writes for"() {
        given:
        def id = three()
        def both = people.member(lviv.id, MemberRole.VIEWER).memberOf(lyon.id, MemberRole.EDITOR).memberOf(gdynia.id, MemberRole.EDITOR)
        def own = { both.api.get("/api/v1/conversations/$id").json.own.party.name }

        expect:
        own() in ['Lyon', 'Gdynia']

        when:
        lyon.editor.api.post("/api/v1/conversations/$id/leave")

        then:
        own() == 'Gdynia'
    }

    void "who mutes a conversation does it for herself alone"() {
        given:
        def id = Towns.conversation(lviv, lyon)
        def muted = { server.applicationContext.getBean(ConversationService).isMuted(UUID.fromString(id), it.id) }

        when:
        def answer = lyon.viewer.api.put("/api/v1/conversations/$id/mute", [:])

        then:
        answer.json.muted
        muted(lyon.viewer) && !muted(lyon.editor)

        when: 'it is not counted for her as unread, though it is'
        write(lviv.editor.api, id)
        def unread = { it.api.get('/api/v1/account/unread').json }

        then:
        unread(lyon.viewer) == [total: 0, conversations: 0]
        unread(lyon.editor) == [total: 1, conversations: 1]
        lyon.viewer.api.get("/api/v1/conversations/$id").json.unread == 1
        !lyon.viewer.api.delete("/api/v1/conversations/$id/mute").json.muted
        !muted(lyon.viewer)
        unread(lyon.viewer) == [total: 1, conversations: 1]
        gdynia.owner.api.put("/api/v1/conversations/$id/mute", [:]).status == 404
    }

    private String three() { Towns.conversation(lviv, lyon, gdynia) }

    private void share(Towns.Town town, String id) {
        people.sql("""insert into profile_contact (profile, mailbox) values (?, ?)
                      on conflict (profile) do update set mailbox = excluded.mailbox""",
                [town.id, "international@${town.name.toLowerCase()}.example"])
        assert town.editor.api.put("/api/v1/conversations/$id/contact", [:]).status == 200
    }

    private static String contact(Towns.Town reader, String id, Towns.Town of) {
        reader.viewer.api.get("/api/v1/conversations/$id").json.others.find { it.party.id == of.id as String }.contact?.mailbox
    }

    private Api.Answer begin(Api api, List to, String subject = 'A subject') {
        api.post('/api/v1/conversations', [to: to, subject: subject, text: 'Good morning!'])
    }

    private Api.Answer write(Api api, Object id, String text = 'Hello') {
        api.post("/api/v1/conversations/$id/messages", [text: text])
    }
}
