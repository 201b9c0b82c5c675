package eu.bridgehall.reference

import eu.bridgehall.kernel.DomainException
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** What a profile starts from when its authority has found its place. */
@MicronautTest(transactional = false)
class PlacesSpec extends Specification {
    @Inject
    Places places
    @Inject
    Regions regions

    void "a hromada's centre has the population of the hromada, labelled 2022"() {
        when:
        def lviv = places.get(702550)

        then:
        lviv.population() == 777234
        lviv.populationOf() == 'hromada'
        lviv.populationYear() == 2022
        lviv.katottg() == 'UA46060250000025047'
        lviv.regionPath()[0] == 'UA'
        lviv.regionPath().size() == 3
        regions.find(lviv.regionPath()[1]).get().name() == 'Lviv Oblast'
        lviv.nameForms().contains('Львів')
        places.findByKatottg(lviv.katottg()).get() == lviv
    }

    void "a municipality has the population of the municipality"() {
        when:
        def cologne = places.get(2886242)

        then:
        cologne.populationOf() == 'municipality'
        cologne.population() == 1085664
        cologne.regionPath() == ['DE', 'DEA', 'DEA2', 'DEA23']
        cologne.degreeOfUrbanisation() == 1
        cologne.position().lat() > 50
        cologne.lauCode() != null
        places.findByLau('DE', cologne.lauCode()).get() == cologne
    }

    void "a capital without figures of its own community has those of the place"() {
        expect:
        with(places.get(703448)) {
            it.name() == 'Kyiv'
            it.populationOf() == 'place'
            it.katottg() == 'UA80000000000093317'
        }
    }

    void "traits follow from the data: #name is #traits"() {
        expect:
        places.search(name, country, 1)[0].place().traits() == traits

        where:
        name              | country || traits
        'Funchal'         | 'PT'    || ['coast', 'island', 'mountain', 'outermost']
        'Strasbourg'      | 'FR'    || ['border']
        'Yaremche'        | 'UA'    || ['mountain']
        'Valletta'        | 'MT'    || ['coast', 'island']
        'Berlin'          | 'DE'    || []
    }

    void "a place in a land without NUTS has a region too"() {
        expect:
        places.search('Bălți', 'MD', 1)[0].place().regionPath().size() == 2
        places.search('Batumi', 'GE', 1)[0].place().regionPath()[0] == 'GE'
        places.search('Sarajevo', 'BA', 1)[0].place().regionPath() == ['BA', 'BA0', 'BA01']
        places.search('Glasgow', 'GB', 1)[0].place().regionPath()[0] == 'UK'
        places.search('Saint-Pierre', 'RE', 1)[0].place().regionPath()[0] == 'FR'
    }

    void "a known twinning is seen from both ends and is not confirmed by that"() {
        when:
        def ties = places.knownTies(146054)

        then:
        ties*.placeId().contains(3165803L)
        places.knownTies(3165803)*.placeId().contains(146054L)
        places.get(146054).knownTwinnings() == ties.size()
        ties.every { it.sources().startsWith('wikidata') }
    }

    void "a place knows its networks"() {
        expect:
        places.get(2774326).networks() == ['eu-mission-label']
    }

    void "there is no place of an unknown id"() {
        expect:
        places.find(1).empty
        places.list([1L, 703448L]).keySet() == [703448L] as Set

        when:
        places.get(-1)

        then:
        thrown(DomainException.NotFound)
    }
}
