package eu.bridgehall.support

import eu.bridgehall.kernel.Actor
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.profiles.Profile
import eu.bridgehall.profiles.ProfileDirectory
import eu.bridgehall.profiles.ProfileStart
import eu.bridgehall.profiles.Profiles
import eu.bridgehall.profiles.StartAuthority
import eu.bridgehall.profiles.model.Contact
import eu.bridgehall.profiles.model.PartnerWishes
import eu.bridgehall.profiles.model.ProfileAction
import eu.bridgehall.profiles.model.ProfileContent
import eu.bridgehall.profiles.model.ProfileText
import eu.bridgehall.profiles.model.ThemeLine

/**
 * Profiles of real places, made through the services. Each call takes another place.
 *
 * <pre>
 * def profiles = new ProfileMaker(people)
 * def lyonish = profiles.confirmed('FR', needs: ['water'])
 * lyonish.owner.api.get("/api/v1/profiles/${lyonish.id}")
 * </pre>
 */
class ProfileMaker {
    private static int taken = 0

    final People people
    private final ProfileStart start
    private final Profiles profiles
    private final ProfileDirectory directory

    ProfileMaker(People people) {
        this.people = people
        this.start = people.context.getBean(ProfileStart)
        this.profiles = people.context.getBean(Profiles)
        this.directory = people.context.getBean(ProfileDirectory)
    }

    /** A place of the country that no profile has, neither of these tests nor of the demonstration; hromada centres only for UA. */
    long place(String country = 'FR') {
        def free = people.rows("""select id from place where country_code = ? and not retired and population > 2000
                       and (country_code <> 'UA' or katottg is not null) and lat is not null
                       and not exists (select 1 from authority_profile p where p.place_id = place.id)
                       order by id limit 200""".toString(), [country])
        // small countries have fewer
        free[taken++ % free.size()].id as long
    }

    Made draft(String country = 'FR', Map<String, Object> given = [:]) {
        def owner = people.person()
        def profile = start.start(owner.actor, new StartAuthority(given.place as Long ?: place(country), null, given.type as String))
        new Made(this, profile.id(), owner)
    }

    /** Complete, and waiting to be confirmed. */
    Made submitted(String country = 'FR', Map<String, Object> given = [:]) {
        def made = draft(country, given)
        made.edit { content(it, given) }
        made.step(ProfileAction.SUBMIT)
    }

    Made confirmed(String country = 'FR', Map<String, Object> given = [:]) {
        submitted(country, given).step(ProfileAction.CONFIRM, Actor.service())
    }

    /** What a submitted profile holds; each field can be given another value. */
    static ProfileContent content(ProfileContent c, Map<String, Object> given = [:]) {
        def lines = { ids -> ids.collect { new ThemeLine(it as String, null) } }
        new ProfileContent(
                c.type(), given.officialName as String ?: c.officialName(), c.nameForms(), false, c.population(),
                c.populationYear(), c.populationSource(), c.areaKm2(), c.degurba(), c.traits(),
                given.containsKey('website') ? given.website as String : c.website(),
                lines(given.needs ?: ['water']), lines(given.offers ?: ['waste']), lines(given.interests ?: []),
                (given.cooperationTypes ?: ['twinning']) as List<String>, (given.languages ?: ['en', 'fr']) as List<String>,
                (given.wishes ?: PartnerWishes.NONE) as PartnerWishes,
                [new ProfileText('summary', 'en', given.summary as String ?: 'A town that looks for partners.')],
                c.memberships(), (given.twinnings ?: []) as List,
                new Contact('town.hall@town.example', 'International office', '+33 4 72 10 30 30'),
                given.capacity as Integer, given.visibility as String ?: 'public',
                given.positionHidden == null ? c.positionHidden() : given.positionHidden as boolean,
                given.contactHidden == null ? c.contactHidden() : given.contactHidden as boolean)
    }

    static class Made {
        private final ProfileMaker maker
        final UUID id
        final TestPerson owner

        Made(ProfileMaker maker, UUID id, TestPerson owner) {
            this.maker = maker
            this.id = id
            this.owner = owner
        }

        Profile getProfile() { maker.directory.get(id) }

        Map<String, String> getIfMatch() { ['If-Match': "\"${profile.version()}\"".toString()] }

        String getPath() { "/api/v1/profiles/$id" }

        Made edit(Closure<ProfileContent> change) {
            def before = profile
            maker.profiles.edit(owner.actor, id, before.version(), change.call(before.content()) as ProfileContent)
            this
        }

        Made step(ProfileAction action, Actor actor = owner.actor, reason = null) {
            maker.profiles.step(actor, id, profile.version(), action, reason)
            this
        }

        TestPerson member(MemberRole role) { maker.people.member(id, role) }
    }
}
