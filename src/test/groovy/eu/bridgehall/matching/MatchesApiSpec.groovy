package eu.bridgehall.matching

import eu.bridgehall.discovery.Reindex
import eu.bridgehall.kernel.Ids
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.profiles.model.ProfileStatus
import eu.bridgehall.support.Api
import eu.bridgehall.ties.Certainty
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.index.poll', value = '20ms')
class MatchesApiSpec extends SuggestionsToLviv {
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
            yourFit.criteria*.id == ['needs', 'offers', 'interests', 'cooperation', 'size', 'region', 'languages', 'distance', 'track-record']
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

    void "a profile fades with the years since it was last confirmed, and reconfirming it makes it fresh"() {
        given:
        def freshness = { officer.api.get("/api/v1/authorities/$lviv/matches/$gdansk").json.rank.freshness }
        def member = people.member(gdansk)
        def path = "/api/v1/profiles/$gdansk"

        when: 'first confirmed long ago and kept true since'
        confirmed(gdansk, 5, 0)

        then:
        freshness() == 1

        when: 'not kept true'
        confirmed(gdansk, 5, 2)

        then:
        freshness() < 1

        when:
        def done = member.api.post("$path/reconfirm", [:], ['If-Match': member.api.get(path).header('etag')])

        then:
        done.status == 200
        eventually.eventually { assert freshness() == 1 }
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
        def bySize = matches('?weights=needs:0,offers:0,interests:0,cooperation:0,size:100,region:0,languages:0,track-record:0')
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

    void "a question in our own words names the words that were found, as they stand there: #q"() {
        when:
        def gdanskRank = matches("?q=${q.replace(' ', '+')}").json.items.find { it.authority.name == 'Gdańsk' }.rank

        then:
        gdanskRank.words == found
        (gdanskRank.text > 0.5) == !found.empty
        with(officer.api.get("/api/v1/authorities/$lviv/matches/$gdansk?q=${q.replace(' ', '+')}").json.rank) {
            words == found
            text == gdanskRank.text
        }

        where:
        q                                              | found
        'a town that is rebuilding schools near ports' | ['port', 'rebuild', 'school']
        'portowe miasto'                               | ['Miasto', 'portowe']
        'Gdansk'                                       | ['Gdańsk']
        'mountains'                                    | []
    }

    void "project ideas answer those alone who may read them"() {
        given:
        def ties = server.applicationContext.getBean(Ties)
        def rank = { api, id -> api.get("/api/v1/authorities/$id/matches/$gdansk?q=library").json.rank }

        expect:
        rank(officer.api, lviv).words == ['library']
        rank(people.moderator().api, lviv) == rank(officer.api, lviv)

        and: 'who does not take part yet finds nothing in them, in the list either'
        def newcomer = people.member(draft).api
        rank(newcomer, draft).with { it.words == [] && it.text == 0.5 }
        newcomer.get("/api/v1/authorities/$draft/matches?q=library").json.items*.rank.every { it.text == 0.5 && !it.words }

        when: 'nor does who is shut out'
        people.inTransaction { ties.record(lviv, gdansk, TieKind.BLOCKED, Certainty.STATED, gdansk, null) }

        then:
        rank(officer.api, lviv).with { it.words == [] && it.text == 0.5 }

        and: 'for another authority of her country either, while she acts for one that is shut out'
        def both = people.associationOfficer('BE').memberOf(lviv, MemberRole.VIEWER)
        rank(both.api, draft).with { it.words == [] && it.text == 0.5 }

        cleanup:
        people.inTransaction { ties.end(lviv, gdansk, TieKind.BLOCKED, gdansk, null) }
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
        '?near=45.7,4.8'               | 'within'
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
        '?weights=needs:0,offers:0,interests:0,cooperation:0,size:0,region:0,languages:0,track-record:0' | 'weights'
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

    private void confirmed(UUID id, int firstYears, int lastYears) {
        people.sql("update authority_profile set confirmed_at = now() - make_interval(years => $firstYears), \
                   reconfirmed_at = now() - make_interval(years => $lastYears) where id = ?".toString(), [id])
        server.applicationContext.getBean(Reindex).run {}
    }
}
