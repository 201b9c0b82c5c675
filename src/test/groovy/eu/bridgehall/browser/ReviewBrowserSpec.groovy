package eu.bridgehall.browser

import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ReviewBrowserSpec extends BrowserCase {
    void "an association returns one profile with reasons and confirms another, and sees none of other countries"() {
        given:
        def profiles = new ProfileMaker(new People(server))
        def one = profiles.submitted('FR')
        def two = profiles.submitted('FR')
        def foreign = profiles.submitted('PT')
        def page = signedIn('association.fr@demo.example')

        when:
        page.navigate('/review')

        then:
        page.locator("main a[href='/review/profiles/$one.id']").count() == 1
        page.locator("main a[href='/review/profiles/$foreign.id']").count() == 0
        looksRight(page, 'review')

        when: 'without a reason'
        page.navigate("/review/profiles/$one.id")
        page.locator('#f-text').fill('Le site manque.')
        page.locator('form[action$="/return"] button').click()

        then:
        page.locator('#errors a').allTextContents()*.contains(':') == [true]
        page.locator('#r-outdated, #r-settled').count() == 0
        page.locator('#f-text').inputValue() == 'Le site manque.'
        one.profile.status().id() == 'submitted'
        looksRight(page, 'review-profile')

        when:
        page.locator('#r-incomplete').check()
        page.locator('form[action$="/return"] button').click()

        then:
        page.url().contains('/review?done=profile-return')
        one.profile.status().id() == 'returned'

        when:
        page.navigate("/review/profiles/$two.id")
        page.locator('form[action$="/confirm"] button').click()

        then:
        page.url().contains('/review?done=profile-confirm')
        two.profile.status().id() == 'confirmed'
        page.navigate("/review/profiles/$foreign.id").status() in [403, 404]
    }

    void "who confirms nothing has no queue"() {
        expect:
        signedIn('officer.lviv@demo.example').navigate('/review').status() == 403
    }
}
