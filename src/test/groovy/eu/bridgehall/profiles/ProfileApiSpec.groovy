package eu.bridgehall.profiles

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.ties.Certainty
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
class ProfileApiSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject Ties ties
    People people
    ProfileMaker profiles

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
    }

    void "a profile starts from what is known of the place, and who starts it owns it"() {
        given:
        def officer = people.person()
        def place = profiles.place('FR')

        when:
        def started = officer.api.post('/api/v1/authorities', [placeId: place])

        then:
        started.status == 201
        started.header('ETag') == '"1"'
        with(started.json) {
            status == 'draft'
            country == 'FR'
            placeId == place
            regions[0] == 'FR'
            position.lat instanceof Number
            content.type == 'municipality'
            content.population > 0
            content.officialName
            steps.containsAll(['edit', 'submit', 'archive'])
        }
        officer.api.get(started.header('Location')).json.part == 'all'
    }

    void "a hromada starts with its own population, labelled as of before the invasion, and hides where it is"() {
        given:
        def officer = people.person()
        def code = people.rows('''select p.katottg, h.population_2022 from place p join hromada h on h.code = p.katottg
                                  where h.population_2022 > 0 and p.lat is not null order by p.id limit 1''')[0]

        when:
        def started = officer.api.post('/api/v1/authorities', [katottg: code.katottg], ['Accept-Language': 'en'])

        then:
        started.status == 201
        with(started.json) {
            content.type == 'hromada'
            content.population == code.population_2022
            content.populationYear == 2022
            populationLabel == 'Population of January 2022, before the full-scale invasion'
            content.positionHidden
            content.contactHidden
            katottg == code.katottg
        }
    }

    void "others get the position of a front-line community only roughly, and its contact not at all"() {
        given:
        def hromada = profiles.confirmed('UA', [website: 'https://hromada.example'])
        def french = profiles.confirmed('FR')
        people.inTransaction {
            ties.record(hromada.id, french.id, TieKind.INTRODUCTION_ACCEPTED, Certainty.CONFIRMED, null, null)
        }

        when:
        def seen = french.owner.api.get(hromada.path).json

        then:
        seen.part == 'contact'
        seen.positionApproximate
        (seen.position.lat * 2) % 1 == 0
        seen.content.contact.mailbox == null
        seen.content.website == null
        hromada.owner.api.get(hromada.path).json.content.contact.mailbox == 'town.hall@town.example'
    }

    void "the public part holds no note, no wish and no contact; contact is for those in touch"() {
        given:
        def made = profiles.confirmed('FR')
        assert made.owner.api.patch(made.path, [needs: [[theme: 'water', note: 'Leaking pipes']], capacity: 2,
                                         wishes: [countries: ['UA'], ukrainianPartner: true]], made.ifMatch).status == 200
        def other = profiles.confirmed('DE')

        when:
        def open = people.visitor.get(made.path).json
        def members = other.owner.api.get(made.path).json

        then:
        open.part == 'public'
        open.content.needs == [[theme: 'water', note: null]]
        open.content.wishes.countries == []
        open.seeksUkrainianPartner
        open.content.contact == [mailbox: null, name: null, phone: null]
        open.content.capacity == null
        open.steps == []
        members.part == 'members'
        members.content.needs[0].note == 'Leaking pipes'
        members.content.wishes.countries == ['UA']
        members.content.contact.mailbox == null

        when: 'an accepted introduction'
        people.inTransaction { ties.record(made.id, other.id, TieKind.INTRODUCTION_ACCEPTED, Certainty.CONFIRMED, null, null) }

        then:
        other.owner.api.get(made.path).json.content.contact.mailbox == 'town.hall@town.example'

        when: 'and then a block'
        people.inTransaction { ties.record(made.id, other.id, TieKind.BLOCKED, Certainty.CONFIRMED, made.id, null) }

        then:
        other.owner.api.get(made.path).json.part == 'public'
    }

    void "somebody who has only started a draft is no member of the service yet"() {
        given:
        def hidden = profiles.confirmed('FR', [visibility: 'members'])

        expect:
        profiles.draft('DE').owner.api.get(hidden.path).status == 404
        profiles.confirmed('DE').owner.api.get(hidden.path).status == 200
    }

    void "a change says which version it changes and is refused when somebody was faster"() {
        given:
        def made = profiles.draft('FR')
        def stale = made.ifMatch

        expect:
        made.owner.api.patch(made.path, [capacity: 3]).status == 428
        made.owner.api.patch(made.path, [capacity: 3], ['If-Match': '*']).status == 428
        made.owner.api.patch(made.path, [capacity: 3], ['If-Match': '"x"']).status == 412

        when:
        def changed = made.owner.api.patch(made.path, [capacity: 3], stale)

        then:
        changed.status == 200
        changed.header('ETag') == '"2"'
        changed.json.content.capacity == 3
        made.owner.api.patch(made.path, [capacity: 4], stale).status == 412
        made.owner.api.put(made.path, changed.json.content, stale).status == 412
        made.owner.api.post("$made.path/archive", [:]).status == 428
        made.owner.api.post("$made.path/archive", [:], stale).status == 412

        and: 'what has not changed makes no new version'
        made.owner.api.patch(made.path, [capacity: 3], made.ifMatch).header('ETag') == '"2"'
    }

    void "PUT replaces everything, PATCH changes what is sent and null takes away"() {
        given:
        def made = profiles.draft('FR')
        made.edit { ProfileMaker.content(it) }

        when:
        assert made.owner.api.patch(made.path, [contact: [phone: null], languages: ['uk']], made.ifMatch).status == 200
        def patched = made.owner.api.get(made.path).json.content

        then:
        patched.contact == [mailbox: 'town.hall@town.example', name: 'International office', phone: null]
        patched.languages == ['uk']
        patched.needs*.theme == ['water']

        when:
        def put = made.owner.api.put(made.path, [type: 'city', officialName: 'Nouvelle Ville'], made.ifMatch)

        then:
        put.status == 200
        put.json.content.needs == []
        put.json.content.visibility == 'public'
        put.json.content.contact.mailbox == null

        and:
        made.owner.api.patch(made.path, [nonsense: 1], made.ifMatch).fields == ['nonsense']
        made.owner.api.patch(made.path, [needs: 'water'], made.ifMatch).fields == ['needs']
        made.owner.api.patch(made.path, '[1]', made.ifMatch).status == 400
        made.owner.api.patch(made.path, '{"a":', made.ifMatch).status == 400
        made.owner.api.put(made.path, [type: 'city', officialName: 'X', population: 'many'], made.ifMatch).status == 400
        made.owner.api.put(made.path, [type: 'hromada', officialName: 'X'], made.ifMatch).with { status == 400 && fields == ['type'] }
    }

    void "everything that is wrong is named at once, by its path"() {
        given:
        def made = profiles.draft('FR')

        when:
        def answer = made.owner.api.patch(made.path, [
                type            : 'empire', officialName: 'Ly\u202Eon', nameForms: ['ok', 'a\u0000b', null],
                needs           : [[theme: 'water'], [theme: 'nonsense'], [theme: 'water'], null],
                offers          : (1..13).collect { [theme: 'water'] },
                cooperationTypes: ['marriage'], languages: ['xx'], traits: ['desert'], memberships: ['nato'],
                wishes          : [countries: ['FR', 'ZZ'], regions: ['XX9'], traits: ['desert'], minPopulation: 10, maxPopulation: 5, maxDistanceKm: 0, musts: ['all']],
                texts           : [[kind: 'poem', language: 'en', text: 'x'], [kind: 'summary', language: 'xx', text: 'x'],
                                   [kind: 'summary', language: 'fr', text: 'y' * 4001]],
                twinnings       : [[placeId: 1], [name: ' '], [name: 'Lyon', since: 3000]],
                website         : 'javascript:alert(1)', population: -1, populationYear: 2999, degurba: 4, capacity: 1000, areaKm2: 0,
                visibility      : 'secret', contact: [mailbox: 'nobody', phone: 'call me']], made.ifMatch)

        then:
        answer.status == 400
        answer.problem
        answer.fields.toSorted() == [
                'areaKm2', 'capacity', 'contact.mailbox', 'contact.phone', 'cooperationTypes[0]', 'degurba', 'languages[0]',
                'memberships[0]', 'nameForms[1]', 'nameForms[2]', 'needs[1].theme', 'needs[2].theme', 'needs[3]', 'offers',
                'officialName', 'population', 'populationYear', 'texts[0].kind', 'texts[1].language', 'texts[2].text', 'traits[0]',
                'twinnings[0].placeId', 'twinnings[1].name', 'twinnings[2].since', 'type', 'visibility', 'website',
                'wishes.countries[1]', 'wishes.maxDistanceKm', 'wishes.maxPopulation', 'wishes.musts[0]', 'wishes.regions[0]', 'wishes.traits[0]']
        answer.json.errors.find { it.field == 'populationYear' }.message.startsWith('Give a year from 1800 to 20')
        made.profile.version() == 1
    }

    void "a summary is given in the reader's language, else in English, and what is missing is marked"() {
        given:
        def made = profiles.confirmed('FR')
        assert made.owner.api.patch(made.path, [texts: [[kind: 'summary', language: 'fr', text: 'Une ville.'],
                                                 [kind: 'idea', language: 'fr', text: 'Un festival.']]], made.ifMatch).status == 200

        expect:
        with(people.visitor.get(made.path, ['Accept-Language': 'uk']).json) {
            summary == 'Une ville.'
            summaryLanguage == 'fr'
            missingSummaries == ['uk', 'en']
            content.texts*.kind == ['summary']
        }
        people.visitor.get(made.path, ['Accept-Language': 'fr']).json.missingSummaries == ['en']
    }

    void "bad requests to start are told what is wrong"() {
        given:
        def api = people.person().api

        expect:
        api.post('/api/v1/authorities', [:]).fields == ['placeId']
        api.post('/api/v1/authorities', [placeId: 1]).fields == ['placeId']
        api.post('/api/v1/authorities', [katottg: 'UA0']).fields == ['katottg']
        api.post('/api/v1/authorities', [placeId: 'abc']).fields == ['placeId']
        api.post('/api/v1/authorities', [placeId: profiles.place('FR'), type: 'empire']).fields == ['type']
        api.post('/api/v1/authorities', [placeId: profiles.place('FR'), type: 'hromada']).with { status == 400 && fields == ['type'] }
        api.post('/api/v1/authorities', [placeId: 'Lyon']).status == 400
        api.post('/api/v1/authorities', '{').status == 400
        people.visitor.post('/api/v1/authorities', [placeId: profiles.place('FR')]).status == 401
        api.get('/api/v1/profiles/no-uuid').status in [400, 404]
        api.get("/api/v1/profiles/${UUID.randomUUID()}").status == 404
    }

    void "completeness tells what is missing and what would raise it"() {
        given:
        def made = profiles.draft('FR')

        when:
        def before = made.owner.api.get("$made.path/completeness").json
        made.edit { ProfileMaker.content(it) }
        def after = made.owner.api.get("$made.path/completeness").json

        then:
        before.missing == ['needs', 'cooperationTypes', 'languages', 'texts', 'contact.mailbox']
        after.missing == []
        after.score > before.score
        after.items.findAll { it.done }*.points.sum() == after.score
        after.items*.points.sum() == 100
    }

    void "nobody hoards places with unconfirmed profiles"() {
        given:
        def officer = people.person()

        when:
        def answers = (1..6).collect { officer.api.post('/api/v1/authorities', [placeId: profiles.place('PL')]).status }

        then:
        answers == [201] * 5 + [409]
    }
}
