package eu.bridgehall.reference

import eu.bridgehall.kernel.DomainException
import eu.bridgehall.search.PlaceHit.Closeness
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** An officer types the name of a town as she knows it, and it is there. */
@MicronautTest(transactional = false)
class PlaceSearchSpec extends Specification {
    @Inject
    Places places

    private List<Place> found(String text, String country = null, int limit = 10) {
        places.search(text, country, limit)*.place()
    }

    void "'#typed' finds #name in #country first"() {
        when:
        def first = found(typed)[0]

        then:
        first.name() == name
        first.countryCode() == country

        where:
        typed                   | name                  | country
        'kiev'                  | 'Kyiv'                | 'UA'
        'Київ'                  | 'Kyiv'                | 'UA'
        'kyjiv'                 | 'Kyiv'                | 'UA'
        'Kijów'                 | 'Kyiv'                | 'UA'
        'KYIV'                  | 'Kyiv'                | 'UA'
        'lviw'                  | 'Lviv'                | 'UA'
        'Lemberg'               | 'Lviv'                | 'UA'
        'Köln'                  | 'Köln'                | 'DE'
        'koln'                  | 'Köln'                | 'DE'
        'Koeln'                 | 'Köln'                | 'DE'
        'Cologne'               | 'Köln'                | 'DE'
        'Кёльн'                 | 'Köln'                | 'DE'
        'Aix-la-Chapelle'       | 'Aachen'              | 'DE'
        'aix la chapelle'       | 'Aachen'              | 'DE'
        'Червоноград'           | 'Sheptytskyi'         | 'UA'
        'Chervonohrad'          | 'Sheptytskyi'         | 'UA'
        'Шептицький'            | 'Sheptytskyi'         | 'UA'
        'Sheptytskyi'           | 'Sheptytskyi'         | 'UA'
        'Tscherniwzi'           | 'Chernivtsi'          | 'UA'
        'Czerniowce'            | 'Chernivtsi'          | 'UA'
        "Кам'янець-Подільський" | 'Kamianets-Podilskyi' | 'UA'
        'Камʼянець-Подільський' | 'Kamianets-Podilskyi' | 'UA'
        'камянець подільський'  | 'Kamianets-Podilskyi' | 'UA'
        'Αθήνα'                 | 'Athens'              | 'GR'
        'თბილისი'               | 'Tbilisi'             | 'GE'
        'Երևան'                 | 'Yerevan'             | 'AM'
        'Goeteborg'             | 'Göteborg'            | 'SE'
        'Lodz'                  | 'Łódź'                | 'PL'
        'Aarhus'                | 'Århus'               | 'DK'
        'arhus'                 | 'Århus'               | 'DK'
        'St Gallen'             | 'Sankt Gallen'        | 'CH'
        "L'Aquila"              | "L'Aquila"            | 'IT'
        'l aquila'              | "L'Aquila"            | 'IT'
        'Frankfurt am M'        | 'Frankfurt am Main'   | 'DE'
        'main frankfurt'        | 'Frankfurt am Main'   | 'DE'
        'Muncih'                | 'Munich'              | 'DE'
        'Düsseldrof'            | 'Düsseldorf'          | 'DE'
        'Barcelnoa'             | 'Barcelona'           | 'ES'
        'Thesaloniky'           | 'Thessaloníki'        | 'GR'
        'Хмельницкий'           | 'Khmelnytskyi'        | 'UA'
        'Botkyrka'              | 'Botkyrka'            | 'SE'
        'Pireas'                | 'Piraeus'             | 'GR'
        'წყალტუბო'              | 'Ts’q’alt’ubo'        | 'GE'
        'Batoumi'               | 'Batumi'              | 'GE'
        'Wanadsor'              | 'Vanadzor'            | 'AM'
        'Bozen/Bolzano'         | 'Bolzano'             | 'IT'
        'Велико Търново'        | 'Veliko Tŭrnovo'      | 'BG'
    }

    void "a town is found after each letter that is typed of its name"() {
        expect:
        ('Chernihiv'.length()..4).every { letters ->
            found('Chernihiv'.take(letters), 'UA').any { it.name() == 'Chernihiv' }
        }
    }

    void "of places of one name the larger comes first"() {
        when:
        def exact = places.search('Frankfurt', null, 50)
                .findAll { it.closeness() == Closeness.EXACT }*.place()*.population().findAll()

        then:
        exact.size() > 1
        exact == exact.sort(false).reverse()
        found('Frankfurt')[0].name() == 'Frankfurt am Main'
    }

    void "what is typed comes first as a whole name, then as a beginning, then with errors"() {
        when:
        def closeness = places.search('Rome', null, 50)*.closeness()

        then:
        closeness[0] == Closeness.EXACT
        closeness*.ordinal() == closeness*.ordinal().sort(false)
        closeness.toSet().size() > 1
    }

    void "no place is found twice"() {
        when:
        def ids = found(typed, null, 50)*.id()

        then:
        ids.size() == ids.toSet().size()
        ids.size() > 10

        where:
        typed << ['a', 'san', 'Saint', 'Нов', 'new']
    }

    void "three letters are too few for a typing error, four are not"() {
        expect:
        found('Wiem').any { it.name() == 'Vienna' }
        places.search('Rmo', null, 50).every { it.closeness() != Closeness.SIMILAR }
    }

    void "only places of the asked country are found"() {
        expect:
        found('Frankfurt', 'DE')*.countryCode().toSet() == ['DE'] as Set
        found('San', 'IT', 50)*.countryCode().toSet() == ['IT'] as Set
        found('Kyiv', 'MT').every { it.countryCode() == 'MT' }
    }

    void "a country that is not served is refused by name of the field"() {
        when:
        found('Kyiv', country)

        then:
        def refusal = thrown(DomainException.Invalid)
        refusal.errors()*.field() == ['country']

        where:
        country << ['XX', 'ua', '', 'RU', "' or 1=1"]
    }

    void "a search of #length characters is refused"() {
        when:
        found('a' * length)

        then:
        def refusal = thrown(DomainException.Invalid)
        refusal.errors()*.field() == ['q']

        where:
        length << [0, 101, 100_000]
    }

    void "a limit of #limit is refused"() {
        when:
        found('Kyiv', null, limit)

        then:
        def refusal = thrown(DomainException.Invalid)
        refusal.errors()*.field() == ['limit']

        where:
        limit << [0, -1, 51, Integer.MAX_VALUE]
    }

    void "nothing that is typed upsets the search"() {
        when:
        def answer = found(hostile)

        then:
        answer.size() <= 10

        where:
        hostile << [
                '***', '?', 'name:*', 'Kyiv~2 OR *:*', '(', '"', '\\', '[a TO z]', '/.*/', '\u0000', '\u0001Kyiv\u0007',
                '\u202eviyK', '\u200bKyiv', '\ud800', 'x\udc00y', '🏰', "'; drop table place; --", '%', '_', '-' * 100,
                'a b c d e f g h i j k l m n o p q r s t u v w x y z', 'я' * 100, 'Ж' * 48, '\u0301\u0301\u0301', 'ab' * 24]
    }

    void "punctuation alone finds nothing, and marks that nobody sees do not matter"() {
        expect:
        found('***') == []
        found("' - .") == []
        found('\u200bKy\u200div\u202c')[0].name() == 'Kyiv'
    }

    void "a municipality that the gazetteer of places lacks is found all the same"() {
        expect:
        with(found('Alekšince')[0]) {
            it.countryCode() == 'SK'
            it.id() >= 950_000_000
            it.population() == 1675
            it.populationOf() == 'municipality'
            it.position() == null
        }
        with(found('Андріївська територіальна громада').find { it.featureCode() == 'HROMADA' }) {
            it.katottg().startsWith('UA01')
            it.population() == null
        }
    }
}
