package eu.bridgehall.moderation

import eu.bridgehall.discovery.TrackRecords
import eu.bridgehall.kernel.Ids
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.profiles.model.PartnerWishes
import eu.bridgehall.profiles.model.Twinning
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.util.concurrent.PollingConditions

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.zip.ZipInputStream

/**
 * Every place where a message, a file or a profile can appear: what a decision takes away is in none of
 * them, and is in all of them again once the decision is undone.
 */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
@Property(name = 'bridgehall.rate-limits.public-search.requests', value = '100000')
@Property(name = 'bridgehall.rate-limits.own-data.requests', value = '100000')
class EverywhereSpec extends DecisionCase {
    private static final PollingConditions SOON = new PollingConditions(timeout: 20)
    @Inject TrackRecords records
    private final Map<UUID, Visitor> browsers = [:]
    private TestPerson officer
    private String word
    private String name

    void setup() {
        word = letters('kero')
        name = letters('Zeppe')
    }

    void "a message that is there no more by '#kind' is nowhere, and everywhere again after #back"() {
        given:
        def file = lviv.editor.api.upload("$talk/attachments", "${word}.pdf", "%PDF-1.7 $word".bytes).json.id
        def message = write("You $word!", lviv, [attachments: [file]])
        lviv.editor.api.patch("$talk/messages/$message.id", [text: "You old $word!"])
        write('I quote you.', lyon, [quotes: message.id])
        def before = inConversation(message.id, file)

        expect: 'it is in each place'
        before == before.collectEntries { [it.key, true] }

        when:
        def made = decide(report(message.id), kind, term(back))

        then:
        made.status == 201
        shown(inConversation(message.id, file)) == []
        [lviv.editor, lviv.viewer].every { !it.api.get("$talk/messages").body.contains(word) && !page(it, "/conversations/$id").contains(word) }

        and: 'its author has it in her own archive'
        lviv.editor.api.get('/api/v1/account/data').body.contains("You old $word!")

        when:
        undo(made.json.id, back)

        then:
        inConversation(message.id, file) == before

        where:
        kind     | back
        'hide'   | 'lifting'
        'hide'   | 'the end of its term'
        'hide'   | 'an appeal'
        'remove' | 'an appeal'
    }

    void "an open page hears that a message is there no more, and not what it said, and the same when it is back"() {
        given:
        def message = write("You $word!")
        def stream = lyon.viewer.api.stream('/api/v1/conversations/events')
        def newest = { stream.data*.revision.max() ?: 0 }
        def news = { part(lyon.viewer, "/conversations/$id/newer?after=0&revision=0&from=1") }

        when:
        def made = decide(report(message.id), 'hide').json.id

        then:
        SOON.eventually { assert newest() > 0 }
        !news().contains(word)

        when:
        def before = newest()
        lift(made)

        then:
        SOON.eventually { assert newest() > before }
        news().contains(word)
        stream.lines.every { !it.contains(word) }

        cleanup:
        stream?.close()
    }

    void "a file that is there no more by '#kind' is nowhere, and everywhere again after #back"() {
        given:
        def file = lviv.editor.api.upload("$talk/attachments", "${word}.pdf", "%PDF-1.7 $word".bytes).json.id
        def message = write('A plan', lviv, [attachments: [file]])
        write('I quote you.', lyon, [quotes: message.id])
        def before = withFile(message.id, file)

        expect:
        before == before.collectEntries { [it.key, true] }

        when:
        def made = decide(lyon.viewer.api.post("$talk/attachments/$file/report", [reason: 'spam']).json.id, kind)

        then:
        made.status == 201
        shown(withFile(message.id, file)) == []
        read().find { it.id == message.id }.text == 'A plan'

        when:
        undo(made.json.id, back)

        then:
        withFile(message.id, file) == before

        where:
        kind     | back
        'hide'   | 'lifting'
        'hide'   | 'an appeal'
        'remove' | 'an appeal'
    }

    void "a profile that is there no more by '#kind' is nowhere, and everywhere again after #back"() {
        given:
        def hidden = town('UA', 'uk')
        def stranger = new Towns(people).confirmed('PL', 'Gdynia')
        def introduction = hidden.ask(lyon).json.id
        assert stranger.owner.api.post('/api/v1/claims', [authority: hidden.id, kind: 'join', message: 'We are one town.']).status == 201
        officer = people.associationOfficer('PL')
        def total = { people.visitor.get('/api/v1/profiles?country=UA&limit=1').json.total }
        def facet = { people.visitor.get('/api/v1/profiles?limit=1').json.facets.country.find { it.code == 'UA' }?.count ?: 0 }
        def places = { ofProfile(hidden, stranger, introduction) }
        SOON.eventually { assert places() == places().collectEntries { [it.key, true] } }
        def before = places()
        def counted = [total(), facet()]

        when:
        def made = hideProfile(hidden, kind, term(back))

        then:
        made.status in [200, 201]
        SOON.eventually {
            assert shown(places()) == []
            assert [total(), facet()] == counted.collect { it - 1 }
        }

        and: 'its own people still read it'
        hidden.owner.api.get("/api/v1/profiles/$hidden.id").body.contains(word)
        page(hidden.owner, "/authorities/$hidden.id/manage").contains(name)

        when:
        undo(made.json.id, back)

        then:
        SOON.eventually {
            assert places() == before
            assert [total(), facet()] == counted
        }

        where:
        kind      | back
        'hide'    | 'lifting'
        'hide'    | 'the end of its term'
        'hide'    | 'an appeal'
        'return'  | 'an appeal'
        'suspend' | 'lifting'
        'suspend' | 'an appeal'
    }

    void "the dashboard suggests no hidden profile and counts none"() {
        given:
        def maker = new ProfileMaker(people)
        def there = new PartnerWishes(['BA'], [], [], null, null, null, false, ['place'])
        def seeker = maker.confirmed('PL', [wishes: there])
        assert page(seeker.owner, "/matches?authority=$seeker.id") // what comes after that look is new
        def hidden = town('BA', 'en')
        def suggested = { page(seeker.owner, '/dashboard').contains(name) }
        def counted = { seeker.owner.api.get('/api/v1/dashboard').json.authorities[0].newMatches }

        expect:
        SOON.eventually { assert [suggested(), counted()] == [true, 1] }

        when:
        def made = hideProfile(hidden, 'hide')

        then:
        SOON.eventually { assert [suggested(), counted()] == [false, 0] }

        when:
        undo(made.json.id, 'lifting')

        then:
        SOON.eventually { assert [suggested(), counted()] == [true, 1] }
    }

    void "what a hidden profile says of its twin towns explains no match of others"() {
        given:
        def maker = new ProfileMaker(people)
        def twins = (1..3).collect { maker.place('PL') }
        def hidden = town('UA', 'uk', [twinnings: twins.collect { new Twinning(it, null, null) }])
        def known = { records.current().ties().version() }
        records.renew()
        def before = known()

        when:
        def made = hideProfile(hidden, 'hide')

        then:
        SOON.eventually { assert known() != before }

        when:
        undo(made.json.id, 'lifting')

        then:
        SOON.eventually { assert known() == before }
    }

    /** Whether a reader of the other side finds a message in each place where one can stand. */
    private Map<String, Boolean> inConversation(Object message, Object file) {
        def reader = lyon.viewer
        def api = { String path -> reader.api.get(path).body }
        def found = withFile(message, file)
        [
                'messages'         : api("$talk/messages"),
                'page'             : page(reader, "/conversations/$id"),
                'newer'            : part(reader, "/conversations/$id/newer?after=0&revision=0&from=1"),
                'search'           : api("/api/v1/conversations/search?q=$word"),
                'history'          : api("$talk/messages/$message/history"),
                'history page'     : page(reader, "/conversations/$id/messages/$message/history"),
        ].each { place, body -> found[place] = body.contains(word) }
        found['search page'] = page(reader, "/conversations/search?q=$word").contains("/conversations/$id")
        found['quote'] = !(read().find { it.text == 'I quote you.' }.quote.text in ['', null])
        found
    }

    /** Whether a reader of the other side finds a file in each place where one can stand. */
    private Map<String, Boolean> withFile(Object message, Object file) {
        def reader = lyon.viewer
        [
                'file of a message': reader.api.get("$talk/messages").body.contains("${word}.pdf"),
                'file on the page' : page(reader, "/conversations/$id").contains("${word}.pdf"),
                'file'             : reader.api.get("$talk/attachments/$file").body.contains(word),
                'file by the page' : page(reader, "/conversations/$id/attachments/$file").contains(word),
                'report of a file' : page(reader, "/conversations/$id/attachments/$file/report").contains(word),
        ]
    }

    /** Whether others find a profile in each place where one can stand. */
    private Map<String, Boolean> ofProfile(Towns.Town town, Towns.Town stranger, Object introduction) {
        def place = people.rows('select place_id from authority_profile where id = ?', [town.id])[0].place_id
        def wrong = name[0..-2] + 'q' + name[-1]
        def id = town.id.toString()
        def found = [:]
        def see = { String what, String body, String mark -> found[what] = body.contains(mark) }
        see('to all', people.visitor.get("/api/v1/profiles/$id").body, word)
        see('page to all', new Visitor(server.URI).get("/authorities/$id").body(), word)
        see('search to all', people.visitor.get("/api/v1/profiles?q=$name").body, id)
        see('first words', people.visitor.get("/api/v1/profiles/suggestions?q=${name[0..6]}").body, id)
        [stranger: stranger, partner: lyon].each { who, other ->
            def api = { String path -> other.owner.api.get(path).body }
            def html = { String path -> page(other.owner, path) }
            see("$who: profile", api("/api/v1/profiles/$id"), word)
            see("$who: search", api("/api/v1/profiles?q=$name"), id)
            see("$who: search by its text", api("/api/v1/profiles?q=$word"), id)
            see("$who: another spelling", api("/api/v1/profiles?q=$wrong"), id)
            see("$who: suggestions", api("/api/v1/profiles/suggestions?q=${name[0..6]}"), id)
            see("$who: page", html("/authorities/$id"), word)
            see("$who: find", html("/find?q=$word"), id)
            see("$who: find while typing", html("/find/suggestions?q=${name[0..6]}"), name)
            see("$who: map", html("/find/map?q=$word"), id)
            see("$who: form to ask", html("/introductions/new?from=$other.id&to=$id"), name)
            see("$who: form to report", html("/authorities/$id/report"), name)
            see("$who: pair", api("/api/v1/authorities/$other.id/matches/$id"), name)
            see("$who: pair page", html("/authorities/$id/fit?for=$other.id"), name)
            see("$who: place taken", html("/register/$place"), name)
            see("$who: form to claim", html("/claims/new?authority=$id"), name)
        }
        see('matches', stranger.owner.api.get("/api/v1/authorities/$stranger.id/matches?q=$word&limit=20").body, id)
        see('matches page', page(stranger.owner, "/matches?authority=$stranger.id&q=$word"), id)
        def comparison = "q=$word&with=default"
        see('comparison', stranger.owner.api.get("/api/v1/authorities/$stranger.id/matches/comparison?$comparison&weights=size:90&limit=20").body, id)
        see('comparison page', page(stranger.owner, "/matches/comparison?authority=$stranger.id&w-size=90&$comparison"), name)
        see('proposal: to choose', page(officer, "/review/proposals/new?one=$stranger.id&q=${name[0..6]}"), id)
        see('proposal: chosen', page(officer, "/review/proposals/new?one=$stranger.id&other=$id"), name)
        see('claims', stranger.owner.api.get('/api/v1/claims').body, name)
        see('claims page', page(stranger.owner, '/claims'), name)
        see('own data', stranger.owner.api.get('/api/v1/account/data').body, name)
        see('own archive', archive(stranger.owner), name)
        see('fit of an introduction', lyon.owner.api.get("/api/v1/introductions/$introduction/match").body, '"score"')
        see('notices', lyon.owner.api.get('/api/v1/notices').body, name)
        see('notices page', page(lyon.owner, '/notices'), name)
        found
    }

    private static Map term(String back) { back == 'the end of its term' ? [days: 7] : [:] }

    private Object hideProfile(Towns.Town town, String kind, Map term = [:]) {
        if (kind != 'suspend') {
            return decide(reportProfile(town, lyon.viewer), kind, term)
        }
        def proposed = decideAbout(town, 'suspend').json.id
        second.api.post("$ROOT/decisions/$proposed/confirm")
    }

    private void undo(Object decision, String how) {
        if (how == 'lifting') {
            assert lift(decision).status == 200
        } else if (how == 'an appeal') {
            def concerned = people.rows('select authority_id from moderation_decision where id = ?', [UUID.fromString(decision)])[0].authority_id
            def member = people.member(concerned, MemberRole.OWNER)
            def appeal = member.api.post("/api/v1/decisions/$decision/appeal", [text: 'It was right.']).json.appeal.id
            assert people.moderator().api.post("$ROOT/appeals/$appeal/decision", [outcome: 'overturned', answer: 'So it was.']).status == 200
        } else {
            termEnds(decision)
        }
    }

    private Towns.Town town(String country, String language, Map<String, Object> more = [:]) {
        def id = new ProfileMaker(people).confirmed(country, [officialName: name, summary: "We burn $word in our lamps."] + more).id
        def member = { MemberRole role -> people.member(id, role, [language: language]) }
        new Towns.Town(people, id, name, member(MemberRole.OWNER), member(MemberRole.EDITOR), member(MemberRole.VIEWER))
    }

    private String page(TestPerson person, String path) {
        def answer = browsers.computeIfAbsent(person.id) { Visitor.signedIn(person) }.get(path)
        answer.statusCode() == 200 ? answer.body() : ''
    }

    /** The page to read in the file of one's own data. */
    private String archive(TestPerson person) {
        def request = HttpRequest.newBuilder(server.URI.resolve('/api/v1/account/data.zip')).header('Authorization', "Bearer $person.accessToken").build()
        HttpClient.newHttpClient().withCloseable { client ->
            def zip = new ZipInputStream(client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body())
            for (def entry = zip.nextEntry; entry != null; entry = zip.nextEntry) {
                if (entry.name == 'my-data.html') {
                    return new String(zip.readAllBytes(), 'UTF-8')
                }
            }
            throw new IllegalStateException('no page')
        }
    }

    /** What an open page asks for by itself. */
    private String part(TestPerson person, String path) {
        def browser = browsers.computeIfAbsent(person.id) { Visitor.signedIn(person) }
        def request = HttpRequest.newBuilder(browser.base.resolve(path)).header('HX-Request', 'true')
                .header('Cookie', browser.cookies.collect { k, v -> "$k=$v" }.join('; ')).build()
        HttpClient.newHttpClient().withCloseable { it.send(request, HttpResponse.BodyHandlers.ofString()).body() }
    }

    private static List<String> shown(Map<String, Boolean> places) { places.findAll { it.value }*.key }

    /** A word that stands nowhere else. */
    private static String letters(String beginning) {
        beginning + Ids.next().toString().replace('-', '').takeRight(10).collect { ('a' as char) + Integer.parseInt(it, 16) as char }.join('')
    }
}
