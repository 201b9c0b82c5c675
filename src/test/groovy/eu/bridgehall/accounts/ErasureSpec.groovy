package eu.bridgehall.accounts

import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Whoever closes an account leaves the other side's conversation whole, and her name nowhere. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ErasureSpec extends Specification {
    private static final String NAME = 'Wilhelmina Vanishing'

    @Inject EmbeddedServer server
    People people
    Towns.Town mine
    Towns.Town other
    TestPerson me
    String conversation
    Object message

    void setup() {
        people = new People(server)
        def towns = new Towns(people)
        mine = towns.confirmed('FR', 'Lille')
        other = towns.confirmed('IT', 'Bologna')
        me = mine.editor
        people.sql('update person set name = ? where id = ?', [NAME, me.id])
        def introduction = me.api.post("/api/v1/authorities/$mine.id/introductions", [to: other.id, text: 'We would like to learn.']).json.id
        people.moderator().api.post("/api/v1/introductions/$introduction/approve")
        other.owner.api.post("/api/v1/introductions/$introduction/accept")
        conversation = Towns.conversationOf(introduction, mine)
        message = me.api.post("/api/v1/conversations/$conversation/messages", [text: 'The marmalade arrives in spring.']).json
        me.api.patch("/api/v1/conversations/$conversation/messages/$message.id", [text: 'The marmalade arrives in summer.'])
        other.owner.api.post("/api/v1/conversations/$conversation/messages", [text: 'Gladly, until then.', quotes: message.id])
        // who was invited by her reads her name in a mail
        people.sql("update membership set role = 'OWNER' where person_id = ?", [me.id])
        me.api.post("/api/v1/authorities/$mine.id/invitations", [email: "invited-$me.id@town.example".toString(), role: 'viewer'])
        new Mailbox(server).await("invited-$me.id@town.example").text.contains(NAME)
    }

    private void close() {
        assert me.api.post('/api/v1/account/closing', [password: People.PASSWORD]).status == 204
    }

    void "the conversation stays as it was, with its former texts, but for the name"() {
        given:
        def messages = { other.owner.api.get("/api/v1/conversations/$conversation/messages").json.items }
        def before = messages()

        when:
        close()

        then:
        before*.author.contains(NAME)
        messages()*.text == before*.text
        messages()*.at == before*.at
        messages()[0].author == null
        def history = Visitor.signedIn(other.owner).get("/conversations/$conversation/messages/$message.id/history").body()
        history.contains('in spring') && history.contains('in summer')
        !history.contains(NAME)
    }

    void "nowhere else does somebody read the name: not on pages, in search, in notices or in what others are given"() {
        given:
        def browser = Visitor.signedIn(other.owner)
        def colleague = Visitor.signedIn(mine.owner)

        when:
        close()
        def pages = ["/conversations/$conversation", '/conversations', '/conversations/search?q=marmalade', '/notices', '/dashboard', '/introductions'].collect {
            def page = browser.get(it)
            assert page.statusCode() == 200
            page.body()
        }
        def ours = ["/conversations/$conversation", "/authorities/$mine.id/members", "/authorities/$mine.id/manage", '/notices'].collect {
            def page = colleague.get(it)
            assert page.statusCode() == 200
            page.body()
        }
        def answers = ["/api/v1/conversations/$conversation/messages", '/api/v1/notices', '/api/v1/account/data'].collect {
            other.owner.api.get(it).body
        }

        then:
        (pages + ours + answers).every { !it.contains(NAME) && !it.contains(me.email) }
        pages[2].contains('marmalade')
        answers[0].contains('in summer')
    }

    void "nothing in the database holds name or address any more, once the farewell is sent"() {
        when:
        close()
        new Mailbox(server).await(me.email)

        then:
        new PollingConditions(timeout: 20).eventually {
            assert holding(NAME) == []
            assert holding(me.email) == []
        }
    }

    /** The tables of which a row holds the text, in whatever column. */
    private List<String> holding(String text) {
        people.rows("""select table_name as it from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'""")*.it.findAll { table ->
            people.rows("select 1 from \"$table\" t where t::text like ? limit 1".toString(), ['%' + text + '%'])
        }
    }
}
