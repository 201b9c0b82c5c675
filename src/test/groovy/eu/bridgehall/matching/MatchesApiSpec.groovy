package eu.bridgehall.matching

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.discovery.ThemeRarities
import eu.bridgehall.kernel.Ids
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.profiles.model.ProfileStatus
import eu.bridgehall.search.AuthorityIndex
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.TestProfiles
import eu.bridgehall.ties.Certainty
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.index.poll', value = '20ms')
class MatchesApiSpec extends Specification {
    @Inject
    @Shared
    EmbeddedServer server
    @Shared
    People people
    @Shared
    TestProfiles profiles
    @Shared
    TestPerson officer
    @Shared
    UUID lviv, gdansk, lyon, ars, members, full, draft
    @Shared
    boolean filled

    def eventually = new PollingConditions(timeout: 30, delay: 0.05)

    void setup() {
        if (filled) {
            return
        }
        filled = true
        people = new People(server)
        profiles = new TestProfiles(server.applicationContext)
        lviv = profiles.store(lvivAsItIs())
        gdansk = profiles.store(name: 'Gdańsk', country: 'PL', regions: ['PL', 'PL6'], population: 486000, type: 'city',
                lat: 54.35, lon: 18.65, needs: ['tourism'], offers: ['waste', 'public-procurement'],
                cooperation: ['twinning'], languages: ['pl', 'en'], wishes: [ukrainian: true],
                summaries: [pl: 'Miasto portowe', en: 'A port city'])
        lyon = profiles.store(name: 'Lyon', country: 'FR', type: 'city', population: 522000, lat: 45.76, lon: 4.84,
                needs: ['renewable-energy'], offers: ['waste'], cooperation: ['twinning', 'study-visit'],
                languages: ['fr', 'en'], summaries: [fr: 'Une grande ville'])
        ars = profiles.store(name: 'Ars', country: 'FR', population: 1300, needs: ['tourism'], offers: ['energy-efficiency'],
                cooperation: ['solidarity'], languages: ['fr'])
        members = profiles.store(name: 'Membersville', country: 'DE', visibility: 'members', population: 40000,
                needs: ['tourism'], offers: ['waste'], cooperation: ['twinning'], languages: ['de'])
        full = profiles.store(name: 'Fullhouse', country: 'DE', capacity: 0, needs: ['tourism'], offers: ['waste'],
                cooperation: ['twinning'], languages: ['en'])
        draft = profiles.store(name: 'Draftville', country: 'BE', status: ProfileStatus.DRAFT, population: 50000,
                needs: ['waste'], offers: ['tourism'], cooperation: ['twinning'], languages: ['fr'])
        profiles.store(name: 'Another draft', country: 'BE', status: ProfileStatus.DRAFT, needs: ['tourism'],
                offers: ['waste'], cooperation: ['twinning'])
        officer = people.member(lviv)
        eventually.eventually { assert server.applicationContext.getBean(AuthorityIndex).check().count() == 6 }
        server.applicationContext.getBean(ThemeRarities).countNow()
    }

    private static Map lvivAsItIs() {
        [name: 'Львівська громада', country: 'UA', regions: ['UA'], type: 'hromada', population: 783000, lat: 49.84,
         lon: 24.03, needs: ['waste', 'renewable-energy'], offers: ['tourism'], interests: ['climate-protection'],
         cooperation: ['twinning', 'solidarity'], languages: ['uk', 'en'], wishes: [countries: ['PL', 'FR']],
         summaries: [uk: 'Місто мостів']]
    }

    void "an officer gets the best partners for her authority, explained from both sides"() {
        when:
        def answer = matches()

        then:
        answer.status == 200
        names(answer)[0] == 'Gdańsk'
        names(answer).toSet() == ['Gdańsk', 'Lyon', 'Ars', 'Membersville'].toSet()
        answer.json.total == 4
        answer.json.next == null
        !answer.json.preview
        answer.json.rarityVersion
        with(answer.json.items[0]) {
            authority.countryName == 'Poland'
            authority.summary == [language: 'en', text: 'A port city']
            yourFit.criteria*.id == ['needs', 'offers', 'interests', 'cooperation', 'size', 'region', 'languages', 'distance']
            yourFit.criteria.find { it.id == 'needs' }.sentence.contains('Waste')
            yourFit.criteria.find { it.id == 'region' }.sentence.contains('Poland')
            theirFit.criteria.find { it.id == 'region' }.sentence.contains('Ukrain')
            !yourFit.criteria.find { it.id == 'distance' }.stated
            yourFit.unknown.weight == 10
            yourFit.unknown.sentence.contains('Little is known yet')
        }
    }

    void "on each side the contributions add up to the fit, and the score is the harmonic mean of both"() {
        expect:
        matches().json.items.each { item ->
            [item.yourFit, item.theirFit].each { side ->
                assert side.criteria*.contribution.sum() == side.fit
                assert side.criteria.every { it.contribution >= 0 && it.value >= 0 && it.value <= 1 }
                assert side.criteria.every { it.stated || it.contribution == 0 }
            }
            def mine = item.yourFit.fit as double
            def theirs = item.theirFit.fit as double
            def mean = mine + theirs == 0 ? 0 : 2 * mine * theirs / (mine + theirs)
            assert Math.abs(mean - (item.score as double)) < 0.2
            assert item.score >= 0 && item.score <= 100
            assert Math.abs(item.rank.freshness * item.rank.load * item.rank.text * item.score - item.rank.value) < 0.1
        }
    }

    void "the two sides of a pair are the same, seen from the other one"() {
        when:
        def mine = officer.api.get("/api/v1/authorities/$lviv/matches/$gdansk").json
        def theirs = people.member(gdansk).api.get("/api/v1/authorities/$gdansk/matches/$lviv").json

        then:
        mine.score == theirs.score
        mine.yourFit.fit == theirs.theirFit.fit
        mine.theirFit.fit == theirs.yourFit.fit
        mine.suggested
        mine.gates == []
        matches().json.items.find { it.authority.id == gdansk.toString() }.score == mine.score
    }

    void "the same question has the same answer"() {
        expect:
        matches().body == matches().body
    }

    void "the sentences are in the language asked for: #language"() {
        when:
        def item = matches('', ['Accept-Language': language]).json.items[0]
        def texts = (item.yourFit.criteria + item.theirFit.criteria)*.sentence + [item.yourFit.unknown.sentence]

        then:
        texts.every { it }
        item.yourFit.criteria.find { it.id == 'region' }.sentence.contains(country)
        item.yourFit.criteria.find { it.id == 'languages' }.sentence.toLowerCase().contains(english)
        texts.join(' ') =~ letters
        item.authority.countryName == country

        where:
        language | country   | english      | letters
        'en'     | 'Poland'  | 'english'    | /[a-z]/
        'fr'     | 'Pologne' | 'anglais'    | /[éèêà]/
        'uk'     | 'Польща'  | 'англійська' | /[їієґ]/
        'de'     | 'Polen'   | 'englisch'   | /[äöüß]/
    }

    void "other weights give another order"() {
        when:
        def bySize = matches('?weights=needs:0,offers:0,interests:0,cooperation:0,size:100,region:0,languages:0')
        def byNeeds = matches('?weights=needs:100,size:0')

        then:
        bySize.json.weights.size == 100
        byNeeds.json.weights.needs == 100
        names(bySize) != names(byNeeds)
        bySize.json.items*.yourFit*.fit != byNeeds.json.items*.yourFit*.fit
        bySize.json.items*.theirFit*.fit == names(bySize).collect { name ->
            byNeeds.json.items.find { it.authority.name == name }.theirFit.fit
        }
    }

    void "#query narrows to #expected"() {
        expect:
        names(matches(query)).toSet() == expected.toSet()

        where:
        query                    | expected
        '?country=PL'            | ['Gdańsk']
        '?country=PL&country=DE' | ['Gdańsk', 'Membersville']
        '?type=city'             | ['Gdańsk', 'Lyon']
        '?theme=energy-efficiency' | ['Ars']
        '?near=45.7,4.8&within=60' | ['Lyon']
        '?country=IT'            | []
    }

    void "words raise those whose texts answer them, and the factor is shown"() {
        when:
        def answer = matches('?q=port')

        then:
        answer.json.items.find { it.authority.name == 'Gdańsk' }.rank.text >
                answer.json.items.find { it.authority.name == 'Lyon' }.rank.text
        answer.json.items.find { it.authority.name == 'Lyon' }.rank.sentences
        answer.json.items.find { it.authority.name == 'Lyon' }.score ==
                matches().json.items.find { it.authority.name == 'Lyon' }.score
    }

    void "the list is walked through by offset"() {
        when:
        def first = matches('?limit=3')
        def second = matches("?limit=3&offset=${first.json.next}")

        then:
        first.json.next == '3'
        second.json.next == null
        names(first) + names(second) == names(matches())
        second.json.total == 4
    }

    void "#query is refused, and #field is named"() {
        when:
        def answer = matches(query)

        then:
        answer.status == 400
        answer.problem
        answer.fields == [field]

        where:
        query                          | field
        '?limit=0'                     | 'limit'
        '?limit=101'                   | 'limit'
        '?limit=many'                  | 'limit'
        '?offset=-1'                   | 'offset'
        '?offset=481'                  | 'offset'
        '?offset=401&limit=100'        | 'offset'
        '?offset=2147483647'           | 'offset'
        '?country=XX'                  | 'country'
        '?type=kingdom'                | 'type'
        '?theme=alchemy'               | 'theme'
        '?weights=beauty:5'            | 'weights.beauty'
        '?weights=needs:101'           | 'weights.needs'
        '?weights=needs:-1'            | 'weights.needs'
        '?weights=needs:99999999999'   | 'weights.needs'
        '?weights=needs'               | 'weights'
        '?weights=needs:1,needs:2'     | 'weights'
        '?weights=needs:0,offers:0,interests:0,cooperation:0,size:0,region:0,languages:0' | 'weights'
        '?near=1'                      | 'near'
    }

    void "the first 500 can be reached"() {
        expect:
        matches('?offset=480').status == 200
        matches('?offset=400&limit=100').status == 200
    }

    void "#who gets #status"() {
        when:
        def api = this.caller(who)

        then:
        api.get("/api/v1/authorities/$lviv/matches").status == status
        api.get("/api/v1/authorities/$lviv/matches/$gdansk").status == status

        where:
        who                                    | status
        'a visitor'                            | 401
        'somebody without an authority'        | 403
        'a member of another authority'        | 403
        'the association of another country'   | 403
        'a viewer of the authority'            | 200
        'the association of the country'       | 200
        'a moderator'                          | 200
    }

    private Api caller(String who) {
        switch (who) {
            case 'a visitor': return people.visitor
            case 'somebody without an authority': return people.person().api
            case 'a member of another authority': return people.member(gdansk).api
            case 'the association of another country': return people.associationOfficer('FR').api
            case 'a viewer of the authority': return people.member(lviv, MemberRole.VIEWER).api
            case 'the association of the country': return people.associationOfficer('UA').api
            default: return people.moderator().api
        }
    }

    void "an authority that does not exist, or is not to be known of, is not found"() {
        expect:
        officer.api.get("/api/v1/authorities/${Ids.next()}/matches").status == 404
        officer.api.get("/api/v1/authorities/$draft/matches").status == 404
        officer.api.get("/api/v1/authorities/$lviv/matches/${Ids.next()}").status == 404
        officer.api.get("/api/v1/authorities/$lviv/matches/$draft").status == 404
        officer.api.get("/api/v1/authorities/$lviv/matches/$lviv").status == 404
        officer.api.get('/api/v1/authorities/not-an-id/matches').status == 400
    }

    void "a draft gets a preview, without what is for members only; an archived authority gets nothing"() {
        when:
        def answer = people.member(draft).api.get("/api/v1/authorities/$draft/matches")

        then:
        answer.status == 200
        answer.json.preview
        names(answer).contains('Gdańsk')
        !names(answer).contains('Membersville')

        when:
        def archived = profiles.store(name: 'Over', country: 'BE', status: ProfileStatus.ARCHIVED)

        then:
        people.member(archived).api.get("/api/v1/authorities/$archived/matches").status == 409
    }

    void "what keeps another from being suggested is told: #gate"() {
        when:
        def answer = officer.api.get("/api/v1/authorities/$lviv/matches/${this."$other"}")

        then:
        answer.status == 200
        !answer.json.suggested
        answer.json.gates*.id == [gate]
        answer.json.gates*.sentence.every { it.endsWith('.') }

        where:
        other  | gate
        'full' | 'notAccepting'
    }

    void "a must that is not met is told to the side that set it, and to the other"() {
        given:
        def strict = profiles.store(name: 'Strict', country: 'AT', population: 100, needs: ['waste'],
                offers: ['tourism'], cooperation: ['study-visit'], languages: ['de'],
                wishes: [countries: ['FR'], musts: ['place', 'language', 'themes']])

        when:
        def theirs = officer.api.get("/api/v1/authorities/$lviv/matches/$strict").json
        def mine = people.member(strict).api.get("/api/v1/authorities/$strict/matches/$lviv").json

        then:
        theirs.gates*.id.toSet() == ['cooperation', 'must.theirs.themes', 'must.theirs.place', 'must.theirs.language'].toSet()
        mine.gates*.id.toSet() == ['cooperation', 'must.mine.themes', 'must.mine.place', 'must.mine.language'].toSet()

        cleanup:
        profiles.store(id: strict, name: 'Strict', country: 'AT', status: ProfileStatus.ARCHIVED)
    }

    void "those with whom something stands between are not suggested: #kind"() {
        given:
        def ties = server.applicationContext.getBean(Ties)
        def side = kind.sided ? this."$from" : null
        people.inTransaction { ties.record(lviv, gdansk, kind, Certainty.CONFIRMED, side, null) }

        expect:
        names(matches()).contains('Gdańsk') == suggested
        officer.api.get("/api/v1/authorities/$lviv/matches/$gdansk").json.gates*.id == gates

        cleanup:
        people.inTransaction { ties.end(lviv, gdansk, kind, side, null) }

        where:
        kind                         | from     | suggested | gates
        TieKind.PARTNER              | null     | false     | ['partner']
        TieKind.INTRODUCTION_OPEN    | 'lviv'   | false     | ['introductionOpen']
        TieKind.INTRODUCTION_ACCEPTED | null    | false     | ['introductionAccepted']
        TieKind.BLOCKED              | 'lviv'   | false     | ['blocked']
        TieKind.BLOCKED              | 'gdansk' | false     | ['apart']
        TieKind.FORBIDDEN            | null     | false     | ['apart']
        TieKind.DISMISSED            | 'gdansk' | true      | []
    }

    void "a suggestion that is not for us goes away until it is taken back, and the other does not learn of it"() {
        given:
        def path = "/api/v1/authorities/$lviv/matches/$gdansk/dismissal"

        expect:
        officer.api.post(path, [reason: 'size']).status == 204
        officer.api.post(path, [reason: 'size']).status == 204
        !names(matches()).contains('Gdańsk')
        officer.api.get("/api/v1/authorities/$lviv/matches/$gdansk").json.gates*.id == ['dismissed']
        people.member(gdansk).api.get("/api/v1/authorities/$gdansk/matches/$lviv").json.suggested
        officer.api.delete(path).status == 204
        officer.api.delete(path).status == 204
        names(matches()).contains('Gdańsk')
        server.applicationContext.getBean(AuditLog).about(lviv)*.action().findAll { it.startsWith('match.') } ==
                ['match.dismiss', 'match.restore']
    }

    void "a dismissal by #who is refused with #status"() {
        expect:
        api(this).post("/api/v1/authorities/$lviv/matches/$gdansk/dismissal", [reason: 'size']).status == status
        api(this).delete("/api/v1/authorities/$lviv/matches/$gdansk/dismissal").status == status
        names(matches()).contains('Gdańsk')

        where:
        who                             | status | api
        'a visitor'                     | 401    | { it.people.visitor }
        'a viewer'                      | 403    | { it.people.member(it.lviv, MemberRole.VIEWER).api }
        'a member of another authority' | 403    | { it.people.member(it.gdansk).api }
        'a moderator'                   | 403    | { it.people.moderator().api }
    }

    void "a dismissal needs a reason of the list and somebody to dismiss"() {
        given:
        def path = "/api/v1/authorities/$lviv/matches"

        expect:
        officer.api.post("$path/$gdansk/dismissal", [reason: 'ugly']).fields == ['reason']
        officer.api.post("$path/$gdansk/dismissal", [:]).fields == ['reason']
        officer.api.post("$path/$gdansk/dismissal", '{"reason":').status == 400
        officer.api.post("$path/$draft/dismissal", [reason: 'size']).status == 404
        officer.api.post("$path/$lviv/dismissal", [reason: 'size']).status == 404
    }

    void "a suggestion that the database does not show any more makes room for the next, and is not counted"() {
        given: 'the best match, hidden without the index being told'
        people.sql("update authority_profile set status = 'PAUSED' where id = ?", [gdansk])

        when:
        def answer = matches('?limit=1')

        then:
        names(answer) != ['Gdańsk']
        names(answer).size() == 1
        answer.json.total == 3

        cleanup:
        people.sql("update authority_profile set status = 'CONFIRMED' where id = ?", [gdansk])
    }

    void "a new count of the themes has a new version, and one that is the same keeps it"() {
        given:
        def rarities = server.applicationContext.getBean(ThemeRarities)
        def before = matches().json.rarityVersion

        expect:
        rarities.countNow().rarity().version() == before

        when:
        def more = profiles.store(name: 'More waste', country: 'IT', offers: ['waste'])
        rarities.countNow()

        then:
        (matches().json.rarityVersion as int) > (before as int)

        cleanup:
        profiles.store(id: more, name: 'More waste', country: 'IT', status: ProfileStatus.ARCHIVED)
    }

    private Api.Answer matches(String query = '', Map<String, String> headers = [:]) {
        officer.api.get("/api/v1/authorities/$lviv/matches$query", headers)
    }

    private static List<String> names(Api.Answer answer) {
        assert answer.status == 200: answer.toString()
        answer.json.items*.authority*.name
    }
}
