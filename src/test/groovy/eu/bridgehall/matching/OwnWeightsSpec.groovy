package eu.bridgehall.matching

import eu.bridgehall.kernel.Ids
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.profiles.model.ProfileStatus
import eu.bridgehall.search.AuthorityIndex
import eu.bridgehall.support.Api
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.index.poll', value = '20ms')
class OwnWeightsSpec extends SuggestionsToLviv {
    static final Map<String, Integer> STANDARD =
            [needs: 30, offers: 19, interests: 9, cooperation: 8, size: 4, region: 8, languages: 8, distance: 0, 'track-record': 14]
    static final Map<String, Integer> SIZE_ALONE = STANDARD.collectEntries { [it.key, it.key == 'size' ? 100 : 0] }

    private String getPath() { "/api/v1/authorities/$lviv/weights" }

    void cleanup() {
        if (officer.api.get(path).json.own) {
            officer.api.delete(path, ['If-Match': officer.api.get(path).header('etag')])
            eventually.eventually { assert indexed(lviv) == STANDARD }
        }
    }

    void "where nothing was chosen the weights are those by default"() {
        when:
        def answer = officer.api.get(path)

        then:
        answer.status == 200
        answer.header('etag') == "\"$answer.json.version\""
        !answer.json.own
        answer.json.weights == STANDARD
    }

    void "saved weights count in the authority's matches, and on its side of the score for the other"() {
        given:
        def gdanskOfficer = people.member(gdansk)
        def seenByGdansk = { gdanskOfficer.api.get("/api/v1/authorities/$gdansk/matches/$lviv").json }
        def before = seenByGdansk()
        def plain = matches()

        when:
        def saved = save([size: 100, needs: 0, offers: 0, interests: 0, cooperation: 0, region: 0, languages: 0, 'track-record': 0])

        then:
        saved.status == 200
        saved.json.own
        saved.json.weights == SIZE_ALONE
        saved.header('etag') != null
        matches().json.weights == SIZE_ALONE
        matches().json.items*.yourFit*.fit != plain.json.items*.yourFit*.fit
        matches().json.items.every { it.yourFit.weighing && !it.theirFit.weighing }

        and: 'the other side meets them in its next answers, and is told of them'
        eventually.eventually {
            assert indexed(lviv) == SIZE_ALONE
            assert seenByGdansk().theirFit.criteria.find { it.id == 'size' }.weight == 100
        }
        def now = seenByGdansk()
        now.theirFit.fit != before.theirFit.fit
        now.yourFit == before.yourFit
        now.theirFit.weighing == 'They have chosen their own weights: what counts for them is not what counts by default.'
        before.theirFit.weighing == null

        and: 'both see the same'
        with(officer.api.get("/api/v1/authorities/$lviv/matches/$gdansk").json) {
            score == now.score
            yourFit.fit == now.theirFit.fit
            theirFit.fit == now.yourFit.fit
        }

        and: 'a request may still ask for others'
        matches('?weights=default').json.with {
            it.weights == STANDARD && it.items*.yourFit*.fit == plain.json.items*.yourFit*.fit
        }
        matches('?weights=needs:50').json.weights == STANDARD + [needs: 50]

        when:
        def back = officer.api.delete(path, ['If-Match': saved.header('etag')])

        then:
        back.status == 200
        !back.json.own
        back.json.weights == STANDARD
        back.json.version > saved.json.version
        eventually.eventually { assert seenByGdansk().theirFit == before.theirFit }
    }

    void "a save is written down, and stands in what is kept about the person who did it"() {
        given:
        def version = officer.api.get(path).json.version

        when:
        save([needs: 77])

        then:
        people.rows("select details->'weights'->>'needs' as needs from audit_entry where action = 'weights.save' \
                     and subject = ? and person_id = ? order by number desc limit 1", [lviv, officer.id])[0].needs == '77'
        officer.api.get('/api/v1/account/data').json.profiles.find { it.did == 'weights' }.authority == lviv.toString()

        when: 'the same once more'
        def again = save([needs: 77])

        then: 'is no change'
        again.status == 200
        again.json.version == version + 1
    }

    void "who has read an older version, or none, changes nothing"() {
        given:
        def read = officer.api.get(path).header('etag')
        save([needs: 60])

        expect:
        officer.api.put(path, [weights: [needs: 10]], ['If-Match': read]).status == 412
        officer.api.delete(path, ['If-Match': read]).status == 412
        officer.api.put(path, [weights: [needs: 10]]).status == 428
        officer.api.delete(path).status == 428
        officer.api.get(path).json.weights.needs == 60
    }

    void "#weights is refused, and #field is named"() {
        when:
        def answer = officer.api.put(path, [weights: weights], ['If-Match': officer.api.get(path).header('etag')])

        then:
        answer.status == 400
        answer.problem
        answer.fields == [field]
        !officer.api.get(path).json.own

        where:
        weights                               | field
        [beauty: 5]                           | 'weights.beauty'
        [needs: 101]                          | 'weights.needs'
        [needs: -1]                           | 'weights.needs'
        [needs: null]                         | 'weights.needs'
        STANDARD.collectEntries { [it.key, 0] } | 'weights'
        null                                  | 'weights'
    }

    void "a weight that is no whole number is refused"() {
        expect:
        officer.api.put(path, [weights: [needs: weight]], ['If-Match': officer.api.get(path).header('etag')]).with {
            it.status == 400 && it.problem
        }

        where:
        weight << ['much', 1.5, true, 99999999999]
    }

    void "#who reads with #reads and saves with #saves"() {
        given:
        def api = caller(who)
        def tag = officer.api.get(path).header('etag')

        expect:
        api.get(path).status == reads
        api.get("/api/v1/authorities/$lviv/matches/comparison?weights=size:90").status == reads
        api.put(path, [weights: [needs: 50]], ['If-Match': tag]).status == saves
        api.delete(path, ['If-Match': officer.api.get(path).header('etag')]).status == saves

        where:
        who                                  | reads | saves
        'a visitor'                          | 401   | 401
        'somebody without an authority'      | 403   | 403
        'a member of another authority'      | 403   | 403
        'the association of another country' | 403   | 403
        'a viewer of the authority'          | 200   | 403
        'the association of the country'     | 200   | 403
        'a moderator'                        | 200   | 403
        'an editor of the authority'         | 200   | 200
        'an owner of the authority'          | 200   | 200
    }

    void "an authority that is not there, or not to be known of, has no weights; a closed one keeps its own as they are"() {
        given:
        def closed = profiles.store(name: 'Closed', country: 'BE', status: ProfileStatus.ARCHIVED)
        def member = people.member(closed)

        expect:
        officer.api.get("/api/v1/authorities/${Ids.next()}/weights").status == 404
        officer.api.get("/api/v1/authorities/$draft/weights").status == 404
        officer.api.put("/api/v1/authorities/$draft/weights", [weights: [needs: 1]], ['If-Match': '"0"']).status == 404
        member.api.get("/api/v1/authorities/$closed/weights").status == 200
        member.api.put("/api/v1/authorities/$closed/weights", [weights: [needs: 1]], ['If-Match': '"0"']).status == 409
        member.api.delete("/api/v1/authorities/$closed/weights", ['If-Match': '"0"']).status == 409
    }

    void "two weightings are compared: who rises, who falls, by how many places and why"() {
        given:
        def weights = 'needs:0,offers:0,interests:0,cooperation:0,size:100,region:0,languages:0,track-record:0'

        when:
        def answer = compare("?weights=$weights")
        def items = answer.json.items

        then:
        answer.status == 200
        answer.json.changes
        answer.json.before == STANDARD
        answer.json.after == SIZE_ALONE
        items*.authority*.name == names(matches("?weights=$weights"))
        items.sort(false) { it.placeBefore }*.authority*.name == names(matches())
        items*.placeAfter == [1, 2, 3, 4]
        items.every { it.places == it.placeBefore - it.placeAfter }
        items.every { it.move == (it.places > 0 ? 'rises' : it.places < 0 ? 'falls' : 'stays') }
        answer.json.counts.values().sum() == 4

        and: 'what it says of the score is what the explanations say'
        items.each { item ->
            def old = matches().json.items.find { it.authority.id == item.authority.id }
            def now = matches("?weights=$weights").json.items.find { it.authority.id == item.authority.id }
            assert [item.scoreBefore, item.scoreAfter] == [old.score, now.score]
            assert item.most.before == old.yourFit.criteria.find { it.id == item.most.id }.contribution
            assert item.most.after == now.yourFit.criteria.find { it.id == item.most.id }.contribution
            assert (item.most.after <=> item.most.before) == (now.yourFit.fit <=> old.yourFit.fit)
            assert item.sentence.contains(item.most.label)
        }
    }

    void "who comes among the first and who drops out is told, with the place beyond"() {
        when:
        def weights = 'needs:0,offers:0,interests:0,cooperation:0,size:100,region:0,languages:0,track-record:0'
        def items = compare("?limit=2&weights=$weights").json.items
        def old = names(matches())
        def now = names(matches("?weights=$weights"))

        then:
        old.take(2).toSet() != now.take(2).toSet()
        items*.authority*.name == now.take(2) + (old.take(2) - now.take(2))
        items.every { (it.move == 'enters') == !(it.authority.name in old.take(2)) }
        items.every { (it.move == 'leaves') == !(it.authority.name in now.take(2)) }
        items*.placeBefore == items.collect { old.indexOf(it.authority.name) + 1 }
        items*.placeAfter == items.collect { now.indexOf(it.authority.name) + 1 }
    }

    void "the saved weights are one side of the comparison unless another is named, and alike lists say so"() {
        given:
        save([size: 90])

        expect:
        compare('?weights=size:90').json.with { !it.changes && it.items.every { i -> i.move == 'stays' && i.most == null } }
        compare('').json.with { it.before == it.after && it.before.size == 90 }
        compare('?with=default').json.with { it.before == STANDARD && it.after.size == 90 }
        compare('?with=default&weights=default&country=PL').json.with { !it.changes && it.total == 1 }
    }

    void "#query is refused, and #field is named"() {
        expect:
        compare(query).with { it.status == 400 && it.fields == [field] }

        where:
        query                   | field
        '?weights=needs:101'    | 'weights.needs'
        '?with=needs:101'       | 'with.needs'
        '?with=standard'        | 'with'
        '?limit=101'            | 'limit'
        '?country=XX'           | 'country'
    }

    private Api.Answer save(Map<String, Integer> weights) {
        officer.api.put(path, [weights: weights], ['If-Match': officer.api.get(path).header('etag')])
    }

    private Api.Answer compare(String query) {
        officer.api.get("/api/v1/authorities/$lviv/matches/comparison$query")
    }

    private Map<String, Integer> indexed(UUID id) {
        def weights = server.applicationContext.getBean(AuthorityIndex).columns(id).get().weights()
        eu.bridgehall.scoring.Criterion.values().collectEntries { [it.id(), weights.given(it)] }
    }

    private Api caller(String who) {
        switch (who) {
            case 'a visitor': return people.visitor
            case 'somebody without an authority': return people.person().api
            case 'a member of another authority': return people.member(gdansk).api
            case 'the association of another country': return people.associationOfficer('FR').api
            case 'a viewer of the authority': return people.member(lviv, MemberRole.VIEWER).api
            case 'the association of the country': return people.associationOfficer('UA').api
            case 'an editor of the authority': return people.member(lviv, MemberRole.EDITOR).api
            case 'an owner of the authority': return people.member(lviv, MemberRole.OWNER).api
            default: return people.moderator().api
        }
    }
}
