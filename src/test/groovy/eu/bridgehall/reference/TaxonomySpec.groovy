package eu.bridgehall.reference

import eu.bridgehall.kernel.DomainException
import spock.lang.Specification

/** The lists that a profile chooses from are complete in every language of the interface. */
class TaxonomySpec extends Specification {
    static final LANGUAGES = ['en', 'fr', 'uk', 'de']
    def themes = new Themes()
    def countries = new Countries()

    void "every field and theme has a name of its own in each language and valid goals"() {
        expect:
        themes.all().every { it.names().keySet() == LANGUAGES as Set }
        LANGUAGES.every { language ->
            // a field may be called like nothing else, and so may each theme
            themes.all()*.name(Locale.of(language)).toSet().size() == themes.all().size()
        }
        themes.all().every { !it.sdgs().empty && it.sdgs().every { it in 1..17 } }
        themes.all().findAll { it.name(Locale.of('uk')) ==~ /.*[a-zA-Z]{3,}.*/ } == []
    }

    void "there are about twelve fields and fifty to sixty themes, each in a field"() {
        expect:
        themes.fields().size() == 12
        themes.choosable().size() in 50..60
        themes.choosable().every { themes.find(it.parent()).get().field }
        themes.fields().every { field -> themes.choosable().count { it.parent() == field.id() } >= 3 }
    }

    void "a theme keeps the number by which profiles are indexed"() {
        expect:
        themes.at(12).id() == 'climate-protection'
        themes.at(0).id() == 'climate-energy'
        themes.all()*.ordinal() == (0..<themes.all().size()).toList()
        themes.all().size() <= Theme.MOST
    }

    void "a theme that is none is refused by name of the field"() {
        when:
        themes.require(id, 'needs[2].theme')

        then:
        def refusal = thrown(DomainException.Invalid)
        refusal.errors()*.field() == ['needs[2].theme']
        refusal.errors()*.key() == ['error.unknownTheme']

        where:
        id << ['climate-energy', 'nothing', '', 'Tourism']
    }

    void "the shorter lists have names in each language"() {
        expect:
        list.all().every { it.names().keySet() == LANGUAGES as Set && it.names().values().every { !it.blank } }
        list.all()*.ordinal() == (0..<list.all().size()).toList()
        list.all()*.id() == ids

        where:
        list                   || ids
        new CooperationTypes() || ['twinning', 'project-partnership', 'decentralised-cooperation', 'mentoring', 'study-visit', 'youth-exchange', 'solidarity', 'town-network']
        new Traits()           || ['coast', 'island', 'mountain', 'border', 'outermost', 'rural']
        new AuthorityTypes()   || ['municipality', 'hromada', 'city', 'county', 'region', 'grouping']
        new Networks()         || ['eu-mission-label', 'eu-mission-city', 'sun4ukraine', 'covenant-of-mayors', 'equality-charter', 'bridges-of-trust']
    }

    void "languages and countries are named in the reader's language"() {
        expect:
        new Languages().find('uk').get().name(Locale.of(reader)) == ukrainian
        new Languages().all().every { it.name(Locale.of(reader)).toLowerCase() != it.code() }
        countries.find('MK').get().name(Locale.of(reader)) == macedonia
        countries.all().every { it.name(Locale.of(reader)) != it.code() }

        where:
        reader || ukrainian    | macedonia
        'en'   || 'Ukrainian'  | 'North Macedonia'
        'fr'   || 'Ukrainien'  | 'Macédoine du Nord'
        'uk'   || 'Українська' | 'Північна Македонія'
        'de'   || 'Ukrainisch' | 'Nordmazedonien'
    }

    void "the languages offered first fit in one word of bits"() {
        expect:
        new Languages().all().size() == 183
        new Languages().all().findAll { it.offered() }*.ordinal().max() < 64
        new Languages().all()*.ordinal() == (0..<183).toList()
    }

    void "a territory is served by the association of its country"() {
        expect:
        countries.find('RE').get().servedBy() == 'FR'
        countries.find('UA').get().servedBy() == 'UA'
        countries.find('GR').get().regionCode() == 'EL'
        countries.find('GB').get().regionCode() == 'UK'
    }

    void "regions make one tree, with the version before kept but not served"() {
        given:
        def regions = new Regions(countries)

        expect:
        regions.all().every { it.level() == 0 ? it.parent() == null : regions.find(it.parent()).present }
        regions.all().every { regions.path(it.code()).size() == it.level() + 1 }
        regions.path('FRK26') == ['FR', 'FRK', 'FRK2', 'FRK26']
        regions.isWithin('FRK26', 'FRK')
        !regions.isWithin('FRK', 'FRK26')
        regions.exists('UKM82')
        regions.all().any { it.in2021() && !it.in2024() && !it.served() }
        regions.path(null) == []
        regions.path('nowhere') == []
        !regions.exists('nowhere')
    }

    void "only a served region can be chosen"() {
        given:
        def regions = new Regions(countries)
        def retired = regions.all().find { !it.served() }.code()

        when:
        regions.require(code == 'retired' ? retired : code, 'regionCode')

        then:
        thrown(DomainException.Invalid)

        where:
        code << ['retired', 'XX', '']
    }
}
