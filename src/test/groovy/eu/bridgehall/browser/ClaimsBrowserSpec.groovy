package eu.bridgehall.browser

import com.microsoft.playwright.Page
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.TestPerson
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

/** Asking to act for an authority that others have registered, and deciding that. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ClaimsBrowserSpec extends BrowserCase {
    People people
    ProfileMaker profiles

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
    }

    private Page of(TestPerson person, Map<String, Object> wish = [:]) {
        def page = signedIn(person.email, wish + [password: People.PASSWORD])
        page.onDialog { it.accept() }
        page
    }

    void "somebody who works there asks on the authority's page, and an owner lets them in"() {
        given:
        def made = profiles.confirmed('FR', [website: 'https://www.town.example'])
        def colleague = people.person([name: 'Anna Colleague', email: "anna-${UUID.randomUUID()}@town.example".toString()])
        def page = of(colleague)

        when:
        page.navigate("/authorities/$made.id")
        page.locator("a[href='/claims/new?authority=$made.id']").click()

        then:
        page.locator('#k-join').isChecked()

        when: 'nothing is said'
        page.evaluate("document.querySelector('#f-message').required = false")
        page.locator('main form button').click()

        then:
        page.locator('#errors a[href="#f-message"]').count() == 1
        page.evaluate('document.activeElement.id') == 'errors'
        page.locator('#e-message').count() == 1

        when:
        page.locator('#f-message').fill('I am the new EU officer.')
        page.locator('main form button').click()

        then:
        page.url().contains('/claims?done=claimed')
        page.locator('[role=status]').first().textContent() == 'Your claim has been sent.'
        page.locator('.status-open').count() == 1

        when: 'she asks again'
        page.navigate("/claims/new?authority=$made.id")
        page.locator('#k-dispute').check()
        page.locator('#f-message').fill('Again, and louder.')
        page.locator('main form button').click()

        then:
        page.locator('#errors').textContent().contains('You have an open claim')
        page.locator('#f-message').inputValue() == 'Again, and louder.'
        page.locator('#k-dispute').isChecked()

        when: 'the owner decides, first without saying what'
        def owner = of(made.owner)
        owner.locator('.tasks a[href="/review/claims"]').click()
        owner.locator('main h2 a').click()

        then:
        owner.locator('aside').textContent().contains('address at town.example, the domain of the website')
        owner.locator('#f-removeOthers').count() == 0
        owner.locator('aside').textContent().contains('Anna Colleague')

        when:
        owner.locator('main form[action^="/review/claims/"] button').click()

        then:
        owner.locator('#errors a[href="#f-grant"]').textContent().startsWith('Decide: ')

        when:
        owner.locator('#g-yes').check()
        owner.locator('main form[action^="/review/claims/"] button').click()

        then:
        owner.url().contains('/review/claims?done=claim-granted')
        owner.locator('main li.card').count() == 0
        colleague.actor.isMember(made.id, MemberRole.EDITOR)

        when:
        page.navigate('/claims')

        then:
        page.locator('.status-granted').count() == 1
        page.navigate("/authorities/$made.id").status() == 200
        page.locator("a[href^='/claims/new']").count() == 0
        page.navigate("/claims/new?authority=$made.id").status() == 409
    }

    void "the association grants a dispute with a reason and removes those who were there; a refusal is read by the claimant"() {
        given:
        def made = profiles.confirmed('FR')
        def kept = profiles.confirmed('FR')
        def mayor = people.person([name: 'Marie Maire'])
        def wrong = people.person([name: 'Paul Personne'])
        def dispute = claim(mayor, made, 'dispute')
        def refused = claim(wrong, kept, 'dispute')
        def page = signedIn('association.fr@demo.example', [language: 'fr-FR'])
        page.onDialog { it.accept() }

        when:
        page.navigate('/review')
        page.locator('a[href="/review/claims"]').click()

        then:
        page.locator("a[href='/review/claims/$dispute']").count() == 1

        when:
        page.locator("a[href='/review/claims/$dispute']").click()
        page.locator('#g-no').check()
        page.locator('#f-removeOthers').check()
        page.locator('#f-reason').fill('La mairie nous a écrit.')
        page.locator('main form[action^="/review/claims/"] button').click()

        then:
        page.locator('#errors a[href="#f-removeOthers"]').count() == 1
        page.locator('#f-reason').inputValue() == 'La mairie nous a écrit.'

        when:
        page.locator('#g-yes').check()
        page.locator('main form[action^="/review/claims/"] button').click()

        then:
        page.url().contains('done=claim-granted')
        mayor.actor.isMember(made.id, MemberRole.OWNER)
        !made.owner.actor.isMember(made.id, MemberRole.VIEWER)

        when:
        page.navigate("/review/claims/$refused")
        page.locator('#g-no').check()
        page.locator('#f-reason').fill('La mairie ne vous connaît pas.')
        page.locator('main form[action^="/review/claims/"] button').click()
        def claimant = of(wrong)
        claimant.navigate('/claims')

        then:
        page.url().contains('done=claim-refused')
        claimant.locator('.status-refused').count() == 1
        claimant.locator('main').textContent().contains('La mairie ne vous connaît pas.')
        !wrong.actor.isMember(kept.id, MemberRole.VIEWER)
    }

    void "a claim is seen by those who decide it and by nobody else"() {
        given:
        def made = profiles.confirmed('FR')
        def claimant = people.person()
        def join = claim(claimant, made, 'join')
        def dispute = claim(people.person(), made, 'dispute')
        def status = { TestPerson who, String path -> of(who).navigate(path).status() }

        expect:
        window().navigate("/review/claims/$join").url().contains('/sign-in?to=')
        window().navigate("/claims/new?authority=$made.id").url().contains('/sign-in?to=')
        status(people.person(), "/review/claims/$join") == 404
        status(people.person(), '/review/claims') == 403
        status(made.member(MemberRole.VIEWER), "/review/claims/$join") == 404
        status(made.member(MemberRole.VIEWER), '/review/claims') == 403
        status(profiles.confirmed('FR').owner, "/review/claims/$join") == 404
        status(people.associationOfficer('DE'), "/review/claims/$join") == 404
        status(claimant, "/review/claims/$join") == 403
        status(made.owner, "/review/claims/$dispute") == 404
        status(made.owner, "/review/claims/$join") == 200
        status(people.person(), "/claims/new?authority=${UUID.randomUUID()}") == 404
    }

    void "a reviewer notes what was done to find out who is entitled"() {
        given:
        def made = profiles.submitted('FR')
        def moderator = people.person([name: 'Mo Derator']).withRole(eu.bridgehall.kernel.PlatformRole.MODERATOR)
        def page = of(moderator)

        when:
        page.navigate("/review/profiles/$made.id")
        page.locator('#f-noteText').fill('The town hall has called back.')
        page.locator('form[action$="/notes"] button').click()

        then:
        page.locator('#errors a[href="#f-noteKind"]').count() == 1
        page.locator('#f-noteText').inputValue() == 'The town hall has called back.'
        looksRight(page, 'review-note-error')

        when:
        page.locator('#nk-call-back').check()
        page.locator('form[action$="/notes"] button').click()

        then:
        page.locator('[role=status]').first().textContent() == 'The note is added.'
        page.locator('blockquote.note').textContent().contains('Call back by Mo Derator')
        looksRight(page, 'review-note')
        of(made.owner).navigate("/review/profiles/$made.id").status() == 403
        of(people.person()).navigate("/review/profiles/$made.id").status() in [403, 404]
    }

    void "the pages of claims look right: #language, #size"() {
        given:
        def made = profiles.confirmed('FR', [website: 'https://www.town.example'])
        def other = profiles.confirmed('FR')
        def claimant = people.person([name: 'Anna Colleague', language: language])
        def dispute = claim(claimant, made, 'dispute')
        def reviewer = people.associationOfficer('FR')
        people.sql('update person set language = ? where id = ?', [language, reviewer.id])
        people.sql('insert into entitlement_note values (?, ?, ?, now(), ?, ?)',
                [UUID.randomUUID(), made.id, reviewer.id, 'CALL_BACK', 'The town hall knows the applicant.'])
        def wish = [language: language, phone: size == 'phone']
        def page = of(claimant, wish)
        def association = of(reviewer, wish)

        when:
        page.navigate("/claims/new?authority=$other.id")

        then:
        looksRight(page, "claim-new-$language-$size")

        when:
        page.navigate("/authorities/$other.id")

        then:
        page.locator("a[href='/claims/new?authority=$other.id']").count() == 1
        looksRight(page, "authority-work-$language-$size")

        when:
        page.navigate('/claims')

        then:
        looksRight(page, "claims-own-$language-$size")

        when:
        association.navigate('/review/claims')

        then:
        looksRight(association, "claims-queue-$language-$size")

        when:
        association.navigate("/review/claims/$dispute")

        then:
        looksRight(association, "claim-case-$language-$size")

        when:
        association.navigate("/review/profiles/$made.id")

        then:
        looksRight(association, "review-notes-$language-$size")

        where:
        [language, size] << [['en', 'wide'], ['uk', 'phone']]
    }

    private String claim(TestPerson person, made, String kind) {
        person.api.post('/api/v1/claims', [authority: made.id, kind: kind, message: 'I am the international officer of the town hall since spring. My head of office, Ms Dubois, can confirm it.']).json.id
    }
}
