package eu.bridgehall.support

import eu.bridgehall.kernel.GeoPoint
import eu.bridgehall.organisations.Organisations
import eu.bridgehall.profiles.Profile
import eu.bridgehall.profiles.ProfileDirectory
import eu.bridgehall.profiles.StoredProfiles
import eu.bridgehall.profiles.model.AuthorityTier
import eu.bridgehall.profiles.model.Contact
import eu.bridgehall.profiles.model.PartnerWishes
import eu.bridgehall.profiles.model.ProfileContent
import eu.bridgehall.profiles.model.ProfileStatus
import eu.bridgehall.profiles.model.ProfileText
import eu.bridgehall.profiles.model.ThemeLine
import io.micronaut.context.ApplicationContext
import io.micronaut.data.jdbc.runtime.JdbcOperations
import io.micronaut.transaction.TransactionOperations

import java.time.Instant
import java.time.temporal.ChronoUnit

/**
 * Profiles of a spec, put straight into the database: confirmed, public and with nothing stated
 * unless told otherwise.
 *
 * <pre>
 * def lviv = profiles.store(name: 'Lviv', country: 'UA', needs: ['waste'], summaries: [en: 'A city'])
 * profiles.store(id: lviv, name: 'Lviv', status: ProfileStatus.PAUSED)
 * </pre>
 */
class TestProfiles {
    private final ApplicationContext context

    TestProfiles(ApplicationContext context) {
        this.context = context
    }

    /** Adds or replaces a profile; gives the authority's id. */
    UUID store(Map<String, Object> given) {
        UUID id = given.id ?: newAuthority(given.country ?: 'FR', given.name ?: 'Testville')
        def placeId = given.placeId ?: placeOf(id) ?: freePlace()
        StoredProfiles.store(context, profile(id, placeId as long, given))
        id
    }

    private UUID newAuthority(String country, String name) {
        context.getBean(TransactionOperations).executeWrite {
            context.getBean(Organisations).createAuthority(country, name).id()
        }
    }

    private Long placeOf(UUID id) {
        context.getBean(ProfileDirectory).find(id).map { it.placeId() }.orElse(null)
    }

    private long freePlace() {
        context.getBean(TransactionOperations).executeRead {
            context.getBean(JdbcOperations).prepareStatement("""
                    select p.id from place p
                     where not exists (select 1 from authority_profile a where a.place_id = p.id)
                     order by p.id limit 1""") { statement ->
                def rows = statement.executeQuery()
                rows.next()
                rows.getLong(1)
            }
        }
    }

    private static Profile profile(UUID id, long placeId, Map<String, Object> given) {
        def now = Instant.now().truncatedTo(ChronoUnit.MICROS)
        def status = given.status ?: ProfileStatus.CONFIRMED
        def wasConfirmed = status in [ProfileStatus.CONFIRMED, ProfileStatus.PAUSED, ProfileStatus.SUSPENDED]
        new Profile(id, 1L, status, status == ProfileStatus.SUSPENDED ? ProfileStatus.CONFIRMED : null,
                AuthorityTier.of(given.type ?: 'municipality'), given.country ?: 'FR',
                placeId, null, given.regions ?: [given.country ?: 'FR'],
                given.lat == null ? null : new GeoPoint(given.lat as double, given.lon as double), false, null,
                now, given.changedAt ?: now, null, wasConfirmed ? given.confirmedAt ?: now : null,
                wasConfirmed ? given.reconfirmedAt ?: given.confirmedAt ?: now : null,
                wasConfirmed ? now.plus(365, ChronoUnit.DAYS) : null, content(given))
    }

    private static ProfileContent content(Map<String, Object> given) {
        new ProfileContent(given.type ?: 'municipality', given.name ?: 'Testville', given.nameForms ?: [], false,
                given.population, given.population ? 2023 : null, null, null, null, given.traits ?: [], null,
                themes(given.needs), themes(given.offers), themes(given.interests),
                given.cooperation ?: [], given.languages ?: [], wishes(given.wishes ?: [:]),
                texts('summary', given.summaries ?: [:]) + texts('idea', given.ideas ?: [:]), [], [],
                new Contact(given.mailbox, null, null), given.capacity, given.visibility ?: 'public',
                given.positionHidden ?: false, false)
    }

    private static List<ThemeLine> themes(List<String> ids) {
        (ids ?: []).collect { new ThemeLine(it, null) }
    }

    private static List<ProfileText> texts(String kind, Map<String, String> byLanguage) {
        byLanguage.collect { language, text -> new ProfileText(kind, language, text) }
    }

    private static PartnerWishes wishes(Map<String, Object> given) {
        new PartnerWishes(given.countries ?: [], given.regions ?: [], given.traits ?: [], given.minPopulation,
                given.maxPopulation, given.maxDistanceKm, given.ukrainian ?: false, given.musts ?: [])
    }
}
