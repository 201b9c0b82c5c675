package eu.bridgehall.matching

import eu.bridgehall.discovery.ThemeRarities
import eu.bridgehall.profiles.model.ProfileStatus
import eu.bridgehall.search.AuthorityIndex
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.TestProfiles
import io.micronaut.runtime.server.EmbeddedServer
import jakarta.inject.Inject
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Six confirmed authorities and two drafts, and an officer of the one that asks: Lviv. */
abstract class SuggestionsToLviv extends Specification {
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
                summaries: [pl: 'Miasto portowe', en: 'A port city'],
                ideas: [en: 'We rebuild a <b>school</b> library'])
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

    protected Api.Answer matches(String query = '', Map<String, String> headers = [:]) {
        officer.api.get("/api/v1/authorities/$lviv/matches$query", headers)
    }

    protected static List<String> names(Api.Answer answer) {
        assert answer.status == 200: answer.toString()
        answer.json.items*.authority*.name
    }
}
