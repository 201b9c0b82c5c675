package eu.bridgehall.browser

import com.microsoft.playwright.Page
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.TestPerson
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

/** Who acts for an authority, and who is invited to. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
@Property(name = 'bridgehall.rate-limits.sign-up.requests', value = '1000')
class MembersBrowserSpec extends BrowserCase {
    People people
    ProfileMaker.Made made

    void setup() {
        people = new People(server)
        made = new ProfileMaker(people).confirmed('FR')
    }

    private Page of(TestPerson person, Map<String, Object> wish = [:]) {
        signedIn(person.email, wish + [password: People.PASSWORD])
    }

    private String getMembers() { "/authorities/$made.id/members" }

    void "an owner changes a role and removes a member; the last owner stays, in words"() {
        given:
        def editor = made.member(MemberRole.EDITOR)
        def page = of(made.owner)

        when: 'the last owner steps down'
        page.locator("a[href='$members']").click()
        page.locator("#role-$made.owner.id").selectOption('viewer')
        page.locator("form[action='$members/$made.owner.id/role'] button").click()

        then:
        page.locator('#errors').textContent().contains('last owner')

        when: 'or leaves'
        page.locator("a[href='$members/$made.owner.id/remove']").click()
        page.locator('main form button').click()

        then:
        page.locator('#errors').textContent().contains('last owner')
        made.owner.actor.isMember(made.id, MemberRole.OWNER)

        when:
        page.navigate(members)
        page.locator("#role-$editor.id").selectOption('viewer')
        page.locator("form[action='$members/$editor.id/role'] button").click()

        then:
        page.locator('[role=status]').first().textContent() == 'The role is changed.'
        !editor.actor.isMember(made.id, MemberRole.EDITOR)

        when:
        page.locator("a[href='$members/$editor.id/remove']").click()

        then:
        page.locator('h1').textContent() == 'Remove Test Person?'
        editor.actor.isMember(made.id, MemberRole.VIEWER)

        when:
        page.locator('main form button').click()

        then:
        page.locator('[role=status]').first().textContent() == 'The member is removed.'
        !editor.actor.isMember(made.id, MemberRole.VIEWER)
    }

    void "a member sees the others, changes nobody, and leaves by herself"() {
        given:
        def viewer = made.member(MemberRole.VIEWER)
        def page = of(viewer)

        when:
        page.navigate(members)

        then:
        page.locator('main li.card').count() == 2
        page.locator('main form').count() == 0
        page.navigate("$members/$made.owner.id/remove").status() == 403

        when:
        page.navigate(members)
        page.locator("a[href='$members/$viewer.id/remove']").click()
        page.locator('main form button').click()

        then:
        page.url().contains('/dashboard?done=member-left')
        page.navigate(members).status() == 403
    }

    void "a colleague without an account accepts by the link of the mail and signs in"() {
        given:
        def email = "colleague-${UUID.randomUUID()}@town.example".toString()
        def page = of(made.owner)
        page.navigate(members)

        when: 'the form is not complete'
        page.locator('#f-email').fill('colleague')
        page.evaluate("document.querySelectorAll('main form').forEach(f => f.noValidate = true)")
        page.locator('form[action$="/invitations"] button').click()

        then:
        page.locator('#errors a[href="#f-email"]').count() == 1
        page.locator('#errors a').allTextContents()*.replaceAll(':.*', '') == ['E-mail address', 'Role']
        page.locator('#errors a[href="#f-role"]').textContent() == 'Role: Choose one of these.'
        page.locator('#f-email').inputValue() == 'colleague'

        when:
        page.locator('#f-email').fill(email)
        page.locator('#r-editor').check()
        page.locator('form[action$="/invitations"] button').click()

        then:
        page.locator('[role=status]').first().textContent() == 'The invitation is on its way.'
        page.locator('main').textContent().contains(email)

        when: 'she is invited again'
        page.locator('#f-email').fill(email)
        page.locator('#r-viewer').check()
        page.locator('form[action$="/invitations"] button').click()

        then:
        page.locator('#errors').textContent().contains('already invited')
        page.locator('#f-email').inputValue() == email
        page.locator('#r-viewer').isChecked()

        when: 'the link of the mail is opened'
        def link = (new Mailbox(server).await(email).text =~ /(\/account\/invitation#token=\S+)/)[0][1]
        def colleague = window()
        colleague.navigate(link)
        colleague.waitForURL('**/account/invitation/show')

        then: 'it says who invites her to what'
        colleague.locator('main').textContent().with {
            assert it.contains(people.rows("select name from person where id = '$made.owner.id'".toString())[0].name as String)
            assert it.contains(people.rows("select name from organisation where id = '$made.id'".toString())[0].name as String)
            assert it.toLowerCase().contains('editor')
            assert it.contains(email)
        }
        !colleague.locator('label[for=f-name]').textContent().contains('optional')
        looksRight(colleague, 'invitation-en-wide')

        when:
        colleague.locator('#f-name').fill('Nina Newcomer')
        colleague.locator('#f-password').fill('nine bridges over the Loire')
        colleague.locator('#f-acceptTerms').check()
        colleague.locator('main form button').click()

        then:
        colleague.url().contains('/sign-in?done=joined')
        colleague.locator('#f-email').inputValue() == email

        when:
        colleague.locator('#f-password').fill('nine bridges over the Loire')
        colleague.locator('main form button').click()
        colleague.waitForURL('**/dashboard')
        colleague.locator("a[href='$members']").click()
        page.navigate(members)

        then:
        colleague.locator('main').textContent().contains('Nina Newcomer')
        page.locator('main').textContent().contains('No invitation is open.')
    }

    void "an invitation is accepted on the overview, or withdrawn before"() {
        given:
        def first = people.person()
        def second = people.person()
        [first, second].each {
            made.owner.api.post("/api/v1/authorities/$made.id/invitations", [email: it.email, role: 'viewer'])
        }
        def token = new Mailbox(server).await(second.email).token
        def page = of(made.owner)

        when:
        def invited = of(first)
        invited.locator('.invited form button').click()

        then:
        invited.locator('[role=status]').first().textContent() == 'You are a member of the authority now.'
        first.actor.isMember(made.id, MemberRole.VIEWER)

        when:
        page.navigate(members)
        page.locator('form[action$="/withdraw"] button').click()

        then:
        page.locator('[role=status]').first().textContent() == 'The invitation is withdrawn.'

        when:
        def late = of(second)
        late.navigate("/account/invitation#token=$token")
        late.waitForURL('**/account/invitation/show')

        then:
        late.locator('#errors').textContent().contains('not valid')
        !second.actor.isMember(made.id, MemberRole.VIEWER)
    }

    void "strangers, the owner of another authority and visitors see no members"() {
        given:
        def elsewhere = new ProfileMaker(people).confirmed('FR')
        def foreign = made.owner.api.post("/api/v1/authorities/$made.id/invitations", [email: "x-${UUID.randomUUID()}@town.example".toString(), role: 'viewer']).json.id
        def other = of(elsewhere.owner)

        expect:
        window().navigate(members).url().contains('/sign-in?to=')
        of(people.person()).navigate(members).status() == 403
        of(people.associationOfficer('DE')).navigate(members).status() == 403
        other.navigate(members).status() == 403
        other.navigate("$members/$made.owner.id/remove").status() == 403
        other.navigate("/authorities/${UUID.randomUUID()}/members").status() == 404
        posted(other, "$members/$made.owner.id/remove") == 403
        posted(other, "$members/$made.owner.id/role", 'role=viewer') == 403
        posted(other, "/authorities/$made.id/invitations", 'email=a@town.example&role=viewer') == 403
        posted(other, "/authorities/$elsewhere.id/invitations/$foreign/withdraw") == 404
        posted(other, "/authorities/$elsewhere.id/members/$made.owner.id/role", 'role=owner') == 404
        made.owner.actor.isMember(made.id, MemberRole.OWNER)
    }

    /** What a form of the reader's own session is answered with. */
    private static int posted(Page page, String path, String fields = '') {
        page.navigate('/account')
        def token = page.locator('input[name=formToken]').first().inputValue()
        page.evaluate('''async ([path, body]) => (await fetch(path, {method: 'POST', redirect: 'manual',
            headers: {'Content-Type': 'application/x-www-form-urlencoded'}, body})).status''',
                [path, "formToken=${URLEncoder.encode(token, 'UTF-8')}&$fields".toString()]) as int
    }

    void "the pages of members look right: #language, #size"() {
        given:
        def wish = [language: language, phone: size == 'phone']
        people.sql('update person set language = ? where id = ?', [language, made.owner.id])
        def viewer = people.member(made.id, MemberRole.VIEWER, [name: 'Véronique de la Longueville-Saint-Germain', language: language])
        made.owner.api.post("/api/v1/authorities/$made.id/invitations",
                [email: "colleague-$viewer.id@the-international-office.of-a-town.example".toString(), role: 'editor'])
        def page = of(made.owner, wish)

        when:
        page.navigate(members)

        then:
        looksRight(page, "members-$language-$size")

        when:
        page.navigate("$members/$viewer.id/remove")

        then:
        looksRight(page, "member-remove-$language-$size")

        when:
        def other = of(viewer, wish)
        other.navigate(members)

        then:
        looksRight(other, "members-viewer-$language-$size")

        where:
        [language, size] << [['en', 'wide'], ['uk', 'phone']]
    }
}
