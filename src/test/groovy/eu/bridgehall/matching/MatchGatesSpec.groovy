package eu.bridgehall.matching

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.discovery.ThemeRarities
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.profiles.model.ProfileStatus
import eu.bridgehall.ties.Certainty
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest

/** What keeps an authority from being suggested, and how its officers do so themselves. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.index.poll', value = '20ms')
class MatchGatesSpec extends SuggestionsToLviv {
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
}
