package eu.bridgehall.discovery

import eu.bridgehall.profiles.model.ProfileStatus
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.TestProfiles
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

import java.nio.charset.StandardCharsets

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.index.poll', value = '20ms')
@Property(name = 'bridgehall.rate-limits.public-search.requests', value = '100000')
class ProfileSearchApiSpec extends Specification {
    @Inject
    @Shared
    EmbeddedServer server
    @Shared
    People people
    @Shared
    UUID lviv, gdansk, hidden, lyon, tiny, draft
    @Shared
    boolean filled

    def eventually = new PollingConditions(timeout: 30, delay: 0.05)

    void setup() {
        if (filled) {
            return
        }
        filled = true
        people = new People(server)
        def profiles = new TestProfiles(server.applicationContext)
        lviv = profiles.store(name: 'Львівська громада', country: 'UA', nameForms: ['Lviv', 'Львів', 'Lwów'], type: 'hromada',
                population: 783000, lat: 49.84, lon: 24.03, needs: ['waste', 'renewable-energy'], offers: ['tourism'],
                cooperation: ['twinning', 'solidarity'], languages: ['uk', 'en'], traits: [],
                summaries: [uk: 'Шукаємо партнерів для відбудови мостів та лікарень', en: 'We rebuild bridges and hospitals'],
                ideas: [en: 'A confidential zeppelin line'], mailbox: 'zeppelinoffice@lviv.example')
        gdansk = profiles.store(name: 'Gdańsk', country: 'PL', nameForms: ['Danzig'], type: 'city', population: 486000,
                lat: 54.35, lon: 18.65, needs: ['tourism'], offers: ['waste', 'public-procurement'],
                cooperation: ['twinning'], languages: ['pl', 'en'], traits: ['coast'], wishes: [ukrainian: true],
                summaries: [pl: 'Miasto portowe szuka partnerów w dziedzinie gospodarki odpadami i odbudowy szkół'])
        lyon = profiles.store(name: 'Lyon', country: 'FR', type: 'city', population: 522000, lat: 45.76, lon: 4.84,
                offers: ['waste'], interests: ['climate-protection'], cooperation: ['study-visit'], languages: ['fr'],
                summaries: [fr: 'Une grande ville au confluent du Rhône et de la Saône'])
        tiny = profiles.store(name: 'Ars', country: 'FR', population: 1300, traits: ['island'], languages: ['fr'],
                summaries: [fr: 'Un bourg <script>alert(1)</script> calme'])
        hidden = profiles.store(name: 'Membersville', country: 'FR', visibility: 'members', population: 40000,
                summaries: [en: 'We keep a quokka'])
        draft = profiles.store(name: 'Draftville', country: 'FR', status: ProfileStatus.DRAFT)
        eventually.eventually { assert visitor().get('/api/v1/profiles').json.total == 4 }
    }

    void "a visitor finds the public confirmed profiles, with facets named in her language"() {
        when:
        def answer = visitor().get('/api/v1/profiles?sort=population', ['Accept-Language': 'fr'])

        then:
        answer.status == 200
        ids(answer) == [lviv, lyon, gdansk, tiny]*.toString()
        answer.json.total == 4
        answer.json.next == null
        answer.json.facets.country.collect { [it.code, it.name, it.count] } ==
                [['FR', 'France', 2], ['PL', 'Pologne', 1], ['UA', 'Ukraine', 1]]
        answer.json.facets.offer.find { it.code == 'waste' }.count == 2
        answer.json.facets.seeksUkrainian*.count == [1]
        answer.json.facets.size*.code == ['under-2000', '250000-1000000']
        answer.json.facets.keySet() == ['country', 'type', 'theme', 'need', 'offer', 'cooperation', 'size', 'language',
                                        'trait', 'seeksUkrainian'] as Set
    }

    void "an item shows what is open to all and no contact"() {
        when:
        def answer = visitor().get("/api/v1/profiles?q=Lviv", ['Accept-Language': 'uk'])
        def lvivShown = answer.json.items[0].authority

        then:
        lvivShown.name == 'Львівська громада'
        lvivShown.countryName == 'Україна'
        lvivShown.summary == [language: 'uk', text: 'Шукаємо партнерів для відбудови мостів та лікарень']
        lvivShown.needs*.code == ['waste', 'renewable-energy']
        lvivShown.needs.every { it.name != it.code }
        !answer.body.contains('zeppelin')

        and: 'where there is no summary in the language asked for, it is in English, and says so'
        visitor().get('/api/v1/profiles?q=Lviv', ['Accept-Language': 'de']).json.items[0].authority.summary.language == 'en'
    }

    void "'#words' finds #who"() {
        expect:
        ids(search(q: words)) == expected.collect { name -> this."$name".toString() }

        where:
        words              | expected   | who
        'міст'             | ['lviv']   | 'the text that has the word in the plural'
        'лікарня'          | ['lviv']   | 'the text that has the word in another case'
        'hospital bridge'  | ['lviv']   | 'the English text, in the singular'
        'odpady'           | ['gdansk'] | 'the Polish text, inflected'
        'szkoła'           | ['gdansk'] | 'the Polish text, whose stem changes'
        'szkole'           | ['gdansk'] | 'the Polish text, in yet another case'
        'gdansk'           | ['gdansk'] | 'the name without its marks'
        'Gdnask'           | ['gdansk'] | 'the name with a typing error'
        'Danzig'           | ['gdansk'] | 'the name in another language'
        'lviw'             | ['lviv']   | 'the name as it is written elsewhere'
        'Rhone confluent'  | ['lyon']   | 'the French text without its marks'
        'zeppelin'         | []         | 'nobody: ideas are for members'
        'zeppelinoffice'   | []         | 'nobody: a contact is never indexed'
        'Draftville'       | []         | 'nobody: a draft is not public'
        'quxquux'          | []         | 'nobody'
        'quokka'           | []         | 'nobody: a text for members'
        'solar panels'     | ['lviv']   | 'the theme that is called so'
        'panneau solaire'  | ['lviv']   | 'the theme that is called so in French'
        'сонячні панелі'   | ['lviv']   | 'the theme that is called so in Ukrainian'
        'Windkraft'        | ['lviv']   | 'the theme that is called so in German'
        'dechets France'   | ['lyon']   | 'the theme and the country, without the accent'
        'Müll in Polen'    | ['gdansk'] | 'the theme and the country in German'
        'île'              | ['tiny']   | 'the trait'
        'Лион'             | ['lyon']   | 'the name in another script'
    }

    void "#parameters leaves #names"() {
        expect:
        ids(search(parameters + [sort: 'population'])) == names.collect { this."$it".toString() }

        where:
        parameters                                       | names
        [country: 'UA']                                  | ['lviv']
        [country: 'UA,PL']                               | ['lviv', 'gdansk']
        [type: 'city']                                   | ['lyon', 'gdansk']
        [need: 'waste']                                  | ['lviv']
        [offer: 'waste']                                 | ['lyon', 'gdansk']
        [theme: 'waste']                                 | ['lviv', 'lyon', 'gdansk']
        [theme: 'environment']                           | ['lviv', 'lyon', 'gdansk']
        [cooperation: 'solidarity']                      | ['lviv']
        [language: 'pl']                                 | ['gdansk']
        [trait: 'island']                                | ['tiny']
        [size: 'under-2000']                             | ['tiny']
        [seeksUkrainian: 'true']                         | ['gdansk']
        [populationMin: '500000']                        | ['lviv', 'lyon']
        [populationMin: '1000', populationMax: '500000'] | ['gdansk', 'tiny']
        [near: '54.3,18.6', within: '50']                | ['gdansk']
        [country: 'FR', offer: 'waste']                  | ['lyon']
        [country: 'FR', trait: 'coast']                  | []
    }

    void "a parameter may be given several times"() {
        expect:
        ids(visitor().get('/api/v1/profiles?country=UA&country=PL&sort=population')) == [lviv, gdansk]*.toString()
    }

    void "the nearest come first, with their distance"() {
        when:
        def answer = search(sort: 'distance', near: '45.7,4.8')

        then:
        ids(answer)[0] == lyon.toString()
        answer.json.items[0].distanceKm == 7
        ids(answer).last() == tiny.toString()
        answer.json.items.last().distanceKm == null
    }

    void "a member of a confirmed authority also finds what is for members; a member of a draft does not"() {
        expect:
        ids(people.member(lyon).api.get('/api/v1/profiles?q=Membersville')) == [hidden.toString()]
        people.member(lyon).api.get('/api/v1/profiles').json.total == 5
        people.moderator().api.get('/api/v1/profiles').json.total == 5
        people.member(draft).api.get('/api/v1/profiles').json.total == 4
        people.person().api.get('/api/v1/profiles').json.total == 4
        !ids(search(country: 'FR')).contains(hidden.toString())
        search(country: 'FR').json.facets.country.find { it.code == 'FR' }.count == 2
    }

    void "the whole list is walked through by its cursors, each once"() {
        when:
        def seen = []
        def cursor = null
        def pages = 0
        while (pages == 0 || cursor) {
            def answer = search([limit: '1', sort: sort] + (cursor ? [cursor: cursor] : [:]))
            assert answer.status == 200
            assert answer.json.total == 4
            seen += ids(answer)
            cursor = answer.json.next
            pages++
        }

        then:
        seen.size() == 4
        seen.toSet() == [lviv, gdansk, lyon, tiny]*.toString().toSet()
        seen == ids(search(sort: sort))

        where:
        sort << ['name', 'population', 'newest', 'relevance']
    }

    void "#parameters is refused, and #field is named"() {
        when:
        def answer = search(parameters)

        then:
        answer.status == 400
        answer.problem
        answer.fields.contains(field)

        where:
        parameters                            | field
        [country: 'XX']                       | 'country'
        [country: 'FR,ZZ']                    | 'country'
        [type: 'kingdom']                     | 'type'
        [theme: 'alchemy']                    | 'theme'
        [need: 'alchemy']                     | 'need'
        [offer: '../../etc']                  | 'offer'
        [cooperation: 'war']                  | 'cooperation'
        [size: 'huge']                        | 'size'
        [language: 'xx']                      | 'language'
        [trait: 'volcano']                    | 'trait'
        [seeksUkrainian: 'maybe']             | 'seeksUkrainian'
        [populationMin: '-1']                 | 'populationMin'
        [populationMin: 'many']               | 'populationMin'
        [populationMin: '10', populationMax: '5'] | 'populationMax'
        [limit: '0']                          | 'limit'
        [limit: '101']                        | 'limit'
        [limit: '99999999999999']             | 'limit'
        [near: '91,0', within: '5']           | 'near'
        [near: 'here', within: '5']           | 'near'
        [within: '5']                         | 'near'
        [near: '1,1', within: '0']            | 'within'
        [near: '1,1', within: 'NaN']          | 'within'
        [near: '1,1', within: '-Infinity']    | 'within'
        [sort: 'beauty']                      | 'sort'
        [sort: 'distance']                    | 'near'
        [cursor: 'tampered']                  | 'cursor'
        [cursor: 'AAAAAAAAAAAAAAAAAAAAAAAA']  | 'cursor'
        [q: 'a' * 301]                        | 'q'
    }

    void "a cursor of one order is refused in another"() {
        given:
        def cursor = search(sort: 'name', limit: '1').json.next

        expect:
        search(sort: 'population', limit: '1', cursor: cursor).status == 400
    }

    void "nothing in the words is an operator"() {
        expect:
        search(q: words).status == 200

        where:
        words << ['"', '*', 'name:*', '(((', 'AND OR NOT', '\\', '~99', '\u202Egnirts', '\u0000', '😀', '   ']
    }

    void "what was searched for is marked in the name, the text and the themes"() {
        when:
        def matched = { String words, String language ->
            def item = visitor().get('/api/v1/profiles?q=' + URLEncoder.encode(words, StandardCharsets.UTF_8),
                    ['Accept-Language': language]).json.items[0]
            def marked = { String text, marks -> marks.collect { text.substring(it.from, it.to) } }
            [marked(item.authority.name, item.matched.name), marked(item.authority.summary.text, item.matched.summary),
             item.matched.themes]
        }

        then:
        matched('hospital bridge', 'en') == [[], ['bridges', 'hospitals'], []]
        matched('лікарня', 'uk') == [[], ['лікарень'], []]
        matched('gdansk', 'en') == [['Gdańsk'], [], []]
        matched('solar panels', 'en') == [[], [], ['renewable-energy']]
        visitor().get('/api/v1/profiles').json.items.every { it.matched == [name: [], summary: [], themes: []] }
    }

    void "on the page the marks are elements, and what authorities write is text"() {
        when:
        def page = visitor().get('/find?q=calmes', ['Accept-Language': 'fr', Accept: 'text/html']).body

        then:
        page.contains('&lt;/script&gt; <mark>calme</mark></p>')
        !page.contains('<script>alert')

        and: 'a theme is proposed by what it is called'
        visitor().get('/find/suggestions?q=district+heating', ['Accept-Language': 'en', Accept: 'text/html']).body
                .contains('href="/find?theme=energy-efficiency"')
    }

    void "where nothing is found, words are proposed that find something, of profiles that the reader may see"() {
        expect:
        visitor().get('/api/v1/profiles?q=hospitls').json.with { [total, didYouMean] } == [0, 'hospitals']
        visitor().get('/api/v1/profiles?q=renewble+energy').json.didYouMean == 'renewable energy'
        visitor().get('/api/v1/profiles?q=hospitls&country=FR').json.didYouMean == null
        visitor().get('/api/v1/profiles?q=hospitals').json.didYouMean == null
        visitor().get('/api/v1/profiles?q=Gdamsk').json.with { [total, didYouMean] } == [1, null]
        visitor().get('/api/v1/profiles?q=quoka').json.didYouMean == null
        people.member(lyon).api.get('/api/v1/profiles?q=quoka').json.didYouMean == 'quokka'
    }

    void "names are suggested while they are typed"() {
        expect:
        visitor().get('/api/v1/profiles/suggestions?q=gda').json.items*.id == [gdansk.toString()]
        visitor().get('/api/v1/profiles/suggestions?q=Membersv').json.items == []
        people.member(lyon).api.get('/api/v1/profiles/suggestions?q=Membersv').json.items*.id == [hidden.toString()]
        visitor().get('/api/v1/profiles/suggestions').json.items == []

        and: 'with a typing error too, where nothing begins so'
        visitor().get('/api/v1/profiles/suggestions?q=gdn').json.items == []
        visitor().get('/api/v1/profiles/suggestions?q=gdnas').json.items*.id == [gdansk.toString()]
        visitor().get('/api/v1/profiles/suggestions?q=Membresv').json.items == []
        people.member(lyon).api.get('/api/v1/profiles/suggestions?q=Membresv').json.items*.id == [hidden.toString()]
        visitor().get('/api/v1/profiles/suggestions?q=a&limit=21').fields == ['limit']
    }

    void "a hit that the index still has but the database does not show makes room for the next"() {
        given: 'two public profiles that become members-only without the index being told'
        def profiles = new TestProfiles(server.applicationContext)
        def stale = (1..2).collect { profiles.store(name: "Aaatown $it", country: 'BE', population: 9000) }
        def fresh = profiles.store(name: 'Aaatown 3', country: 'BE', population: 8000)
        eventually.eventually { assert search(country: 'BE').json.total == 3 }
        stale.each { people.sql("update authority_profile set visibility = 'MEMBERS' where id = ?", [it]) }

        when:
        def answer = search(country: 'BE', sort: 'population', limit: '1')

        then:
        ids(answer) == [fresh.toString()]
        answer.json.total == 1

        cleanup:
        (stale + fresh).each { profiles.store(id: it, name: 'Gone', country: 'BE', status: ProfileStatus.ARCHIVED) }
        eventually.eventually { assert search(country: 'BE').json.total == 0 }
    }

    void "the rebuild is for administrators, and tells how far it has come"() {
        expect:
        visitor().post('/api/v1/admin/reindex').status == 401
        people.member(lyon).api.post('/api/v1/admin/reindex').status == 403
        people.moderator().api.get('/api/v1/admin/reindex').status == 403

        when:
        def administrator = people.administrator().api
        def started = administrator.post('/api/v1/admin/reindex')

        then:
        started.status == 202
        started.json.total == 5
        eventually.eventually {
            with(administrator.get('/api/v1/admin/reindex').json) {
                assert state == 'done'
                assert done == 5
                assert documents == 5
                assert endedAt != null
            }
        }
        visitor().get('/api/v1/profiles').json.total == 4
    }

    private Api visitor() { new Api(server) }

    private Api.Answer search(Map<String, String> parameters) {
        visitor().get('/api/v1/profiles?' + parameters.collect { name, value ->
            "$name=${URLEncoder.encode(value, StandardCharsets.UTF_8)}"
        }.join('&'))
    }

    private static List<String> ids(Api.Answer answer) {
        assert answer.status == 200: answer.toString()
        answer.json.items*.authority*.id
    }
}
