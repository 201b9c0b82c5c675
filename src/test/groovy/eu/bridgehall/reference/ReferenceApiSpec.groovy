package eu.bridgehall.reference

import eu.bridgehall.support.Api
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** Places and lists over HTTP, for anybody. */
@MicronautTest(transactional = false)
class ReferenceApiSpec extends Specification {
    @Inject
    EmbeddedServer server

    private Api getApi() { new Api(server) }

    private static String encoded(String text) { URLEncoder.encode(text, 'UTF-8') }

    void "a visitor finds a place by name and gets what is known of it"() {
        when:
        def answer = api.get("/api/v1/places?q=${encoded('Київ')}&limit=3", ['Accept-Language': 'fr'])

        then:
        answer.status == 200
        answer.json.next == null
        answer.json.total == answer.json.items.size()
        with(answer.json.items[0]) {
            it.id == 703448
            it.name == 'Kyiv'
            it.countryCode == 'UA'
            it.countryName == 'Ukraine'
            it.region.path == ['UA', 'UA80000000000093317']
            it.population > 2_000_000
            it.populationOf == 'place'
            Math.abs(it.position.lat - 50.45) < 0.1
            it.nameForms.contains('Kijów')
            it.katottg == 'UA80000000000093317'
            it.match == 'exact'
        }
    }

    void "one place is read by its id"() {
        when:
        def answer = api.get('/api/v1/places/2774326', ['Accept-Language': 'de'])

        then:
        answer.status == 200
        answer.json.name.startsWith('Klagenfurt')
        answer.json.countryName == 'Österreich'
        answer.json.memberships*.id == ['eu-mission-label']
        answer.json.memberships[0].name.startsWith('EU-Missionslabel')
        answer.json.match == null
    }

    void "a place that is not there is a problem document"() {
        when:
        def answer = api.get('/api/v1/places/1', ['Accept-Language': 'uk'])

        then:
        answer.status == 404
        answer.problem
        answer.json.detail == 'Такого місця немає.'
    }

    void "bad search #query names the field #field"() {
        when:
        def answer = api.get("/api/v1/places$query")

        then:
        answer.status == 400
        answer.problem
        answer.fields == [field]

        where:
        query                           || field
        ''                              || 'q'
        '?q='                           || 'q'
        '?q=%20%20'                     || 'q'
        "?q=${'a' * 101}"               || 'q'
        '?q=Kyiv&limit=0'               || 'limit'
        '?q=Kyiv&limit=51'              || 'limit'
        '?q=Kyiv&limit=many'            || 'limit'
        '?q=Kyiv&limit=99999999999'     || 'limit'
        '?q=Kyiv&country=XX'            || 'country'
        '?q=Kyiv&country=%27%20or%201'  || 'country'
    }

    void "an id that is no number is refused"() {
        expect:
        api.get("/api/v1/places/$id").status in [400, 404]

        where:
        id << ['kyiv', '1.5', '99999999999999999999', '-']
    }

    void "nothing typed makes the service fail"() {
        expect:
        api.get("/api/v1/places?q=$typed").status in [200, 400]

        where:
        typed << ['%00', '%ff%fe', '%0d%0aX:1', '*%3a*', '%5c', '%F0%9F%8F%B0', '%e2%80%ae', '%ed%a0%80']
    }

    void "the list of #list is there for all, in the reader's language"() {
        when:
        def answer = api.get("/api/v1/reference/$list", ['Accept-Language': 'de'])

        then:
        answer.status == 200
        answer.json.total == answer.json.items.size()
        answer.json.items.size() == size
        answer.json.items*.name.contains(name)
        answer.header('Content-Language') == 'de'
        answer.header('Cache-Control').contains('max-age')
        answer.header('Vary').contains('Accept-Language')

        where:
        list                || size | name
        'countries'         || 61   | 'Griechenland'
        'themes'            || 72   | 'Abfallwirtschaft'
        'languages'         || 183  | 'Ukrainisch'
        'cooperation-types' || 8    | 'Städtepartnerschaft'
        'traits'            || 6    | 'Insel'
        'authority-types'   || 6    | 'Gemeinde'
        'networks'          || 6    | 'Brücken des Vertrauens (Bridges of Trust)'
    }

    void "who has the list already is told that it is the same, in that language only"() {
        given:
        def tag = api.get('/api/v1/reference/themes', ['Accept-Language': 'fr']).header('ETag')

        expect:
        with(api.get('/api/v1/reference/themes', ['Accept-Language': 'fr', 'If-None-Match': tag])) {
            it.status == 304
            it.body == ''
            it.header('ETag') == tag
        }
        api.get('/api/v1/reference/themes', ['Accept-Language': 'uk', 'If-None-Match': tag]).status == 200
    }

    void "the regions of a country come from the country down"() {
        when:
        def items = api.get('/api/v1/reference/regions?country=UA', ['Accept-Language': 'uk']).json.items

        then:
        items[0].code == 'UA'
        items[0].name == 'Україна'
        items.count { it.kind == 'oblast' } == 27
        items.find { it.code == 'UA46000000000026241' }.name == 'Львівська область'
        api.get('/api/v1/reference/regions?country=GR').json.items*.code.contains('EL303')
    }

    void "regions are asked for by a served country"() {
        when:
        def answer = api.get("/api/v1/reference/regions$query")

        then:
        answer.status == 400
        answer.fields == ['country']

        where:
        query << ['', '?country=', '?country=EL', '?country=ZZ']
    }

    void "who made the data is told"() {
        when:
        def items = api.get('/api/v1/reference/attribution').json.items

        then:
        items*.attribution.any { it.contains('GeoNames') }
        items*.attribution.any { it.contains('Eurostat') }
        items*.attribution.any { it.contains('OpenStreetMap') }
        items.every { it.licence }

        and: 'in the documentation too'
        def page = new File('docs/attribution.md').text
        items.every { page.contains(it.attribution) && page.contains(it.title) && page.contains(it.licence) }
    }

    void "a list that is none is not there"() {
        expect:
        api.get('/api/v1/reference/secrets').status == 404
        api.post('/api/v1/reference/themes', [:]).status in [401, 403, 405]
    }
}
