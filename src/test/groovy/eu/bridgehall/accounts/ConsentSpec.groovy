package eu.bridgehall.accounts

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.platform.retention.RetentionSettings
import eu.bridgehall.support.Api
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

import java.time.Duration

/** The terms, the privacy notice and the rules: to be read by all, and accepted by whoever has an account. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.legal.operator', value = 'The <b>European</b> secretariat')
@Property(name = 'bridgehall.legal.contact', value = 'help_desk@secretariat.example')
class ConsentSpec extends Specification {
    private static final String PASSWORD = 'three storks on a chimney'

    @Inject EmbeddedServer server
    @Inject AuditLog audit
    @Inject LegalTexts texts
    @Inject RetentionSettings retention
    People people

    void setup() { people = new People(server) }

    /** As if what the person has accepted were older than what there is. */
    private void older(TestPerson person, String document) {
        people.sql('delete from consent where person_id = ? and document = ?', [person.id, document])
    }

    private static String leadsTo(answer) { answer.headers().firstValue('Location').orElse(null) }

    private List<List> accepted(UUID person) {
        people.rows('select document, version, version_date::text as day from consent where person_id = ? order by document', [person])
                .collect { [it.document, it.version, it.day] }
    }

    void "#page can be read by everybody in #language"() {
        when:
        def answer = new Visitor(server.URI).send('GET', "/$page?lang=$language", null, null)
        def plain = new Visitor(server.URI).get("/$page").body()

        then:
        plain.contains('Version 1, which applies from')
        texts.language(texts.get(LegalDocument.valueOf(page.toUpperCase()), null), Locale.of(language)).language == language
        def html = texts.html(texts.get(LegalDocument.valueOf(page.toUpperCase()), null), Locale.of(language))
        html.replaceAll(/<[^>]+>/, ' ').split(/\s+/).length > 400
        html.contains('mailto:help_desk@secretariat.example')
        !html.contains('{operator}') && !html.contains('{contact}') && !html.contains('<b>')
        answer.statusCode() in [200, 303]

        where:
        [page, language] << [['terms', 'privacy', 'rules'], ['en', 'fr', 'uk', 'de']].combinations()
    }

    void "the #language texts promise of what is removed the year that is set, name measures, and call a suspension what the pages call it"() {
        given:
        def (rules, privacy, terms) = ['rules', 'privacy', 'terms'].collect { document ->
            getClass().getResource("/legal/$document-1.${language}.md").getText('UTF-8')
        }

        expect:
        retention.removedContent() == Duration.ofDays(365)
        rules.readLines().find { it.startsWith("- **$removal**") }.contains(year)
        privacy.readLines().any { it.startsWith('- ') && it.contains(year) && it.contains(appeals) }
        privacy.contains(measures)
        rules.contains("- **$suspension**") && ![rules, terms].any { it.toLowerCase().contains('призупин') }

        where:
        language | removal      | year      | appeals        | measures                               | suspension
        'en'     | 'Remove'     | 'a year'  | 'corrections'  | 'taken your second factor away'        | 'Suspend'
        'fr'     | 'Retrait'    | 'un an'   | 'corrections'  | 'retiré votre second facteur'          | 'Suspension'
        'uk'     | 'Вилучення'  | 'рік'     | 'виправлення'  | 'вилучив ваш другий фактор'            | 'Блокування'
        'de'     | 'Entfernen'  | 'ein Jahr' | 'Berichtigungen' | 'Ihren zweiten Faktor entfernt'      | 'Sperre'
    }

    void "the rules have their numbers as anchors, and a version that is not there is not found"() {
        given:
        def browser = new Visitor(server.URI)

        expect:
        def body = browser.get('/rules').body()
        (1..7).every { body.contains("id=\"r$it\"") }
        browser.get('/rules?version=1').statusCode() == 200
        browser.get('/rules?version=99').statusCode() == 404
        browser.get('/rules?version=x').statusCode() == 400
        ['/terms', '/rules', '/privacy'].every { body.contains("href=\"$it\"") }
    }

    void "whoever makes an account accepts the newest versions, and it is kept which and when"() {
        given:
        def email = "new-${UUID.randomUUID()}@town.example".toString()
        def asked = [email: email, name: 'New Person', password: PASSWORD]

        expect:
        people.visitor.post('/api/v1/accounts', asked).fields == ['acceptTerms']
        people.visitor.post('/api/v1/accounts', asked + [acceptTerms: false]).fields == ['acceptTerms']

        when:
        people.visitor.post('/api/v1/accounts', asked + [acceptTerms: true])
        people.visitor.post('/api/v1/accounts/confirm', [token: new Mailbox(server).await(email).token])
        def api = new Api(server, people.visitor.post('/api/v1/sessions', [email: email, password: PASSWORD]).json.accessToken)

        then:
        api.get('/api/v1/account').json.toAccept == []
        def me = UUID.fromString(api.get('/api/v1/account').json.id)
        accepted(me)*.first() == ['PRIVACY', 'RULES', 'TERMS']
        accepted(me).every { it[1] == 1 && it[2] ==~ /\d{4}-\d\d-\d\d/ }
        api.get('/api/v1/account/data').json.consents.every { it.acceptedAt && it.versionDate }
    }

    void "on the page the box must be ticked, and what was typed stays"() {
        given:
        def browser = new Visitor(server.URI)
        def form = [name: 'Ada Typed', email: "typed-${UUID.randomUUID()}@town.example".toString(), password: PASSWORD]

        when:
        def refused = browser.post('/sign-up', form + [formToken: browser.formToken('/sign-up')])

        then:
        refused.statusCode() == 400
        refused.body().contains('href="#f-acceptTerms"')
        refused.body().contains('value="Ada Typed"')
        browser.post('/sign-up', form + [formToken: browser.formToken('/sign-up'), acceptTerms: 'yes']).statusCode() == 200
    }

    void "an invited person who has no account accepts them too"() {
        given:
        def owner = people.member(people.authority().id())
        def email = "invited-${UUID.randomUUID()}@town.example".toString()
        owner.api.post("/api/v1/authorities/${owner.actor.authorities().keySet()[0]}/invitations", [email: email, role: 'viewer'])
        def acceptance = [token: new Mailbox(server).await(email).token, name: 'Invited', password: PASSWORD]

        expect:
        people.visitor.post('/api/v1/invitations/accept', acceptance).fields == ['acceptTerms']
        people.visitor.post('/api/v1/invitations/accept', acceptance + [acceptTerms: true]).status == 200
        accepted(people.rows('select id from person where email = ?', [email])[0].id).size() == 3
    }

    void "when a new version has come pages ask for it first; the API says so and goes on"() {
        given:
        def person = people.person()
        def browser = Visitor.signedIn(person)
        assert browser.get('/dashboard').statusCode() == 200
        older(person, 'RULES')

        expect:
        person.api.get('/api/v1/account').json.toAccept == ['rules']
        person.api.get('/api/v1/account/consents').json.texts == [[document: 'rules', version: 1, date: texts.get(LegalDocument.RULES, null).date().toString()]]
        leadsTo(browser.get('/account?x=1')) == '/account/terms?to=%2Faccount%3Fx%3D1'
        leadsTo(browser.get('/find')) == '/account/terms?to=%2Ffind'
        leadsTo(browser.post('/account', [formToken: browser.formToken('/account/terms'), name: 'X'])) == '/account/terms'
        ['/terms', '/rules', '/privacy', '/account/close', '/help'].every { browser.get(it).statusCode() == 200 }
        browser.post('/account/data', [formToken: browser.formToken('/account/terms')]).statusCode() == 200

        when: 'the box is not ticked'
        def refused = browser.post('/account/terms', [formToken: browser.formToken('/account/terms'), to: '/find'])

        then:
        refused.statusCode() == 400
        refused.body().contains('id="e-acceptTerms"')
        refused.body().contains('value="/find"')

        when:
        def answer = browser.post('/account/terms', [formToken: browser.formToken('/account/terms'), acceptTerms: 'yes', to: '/find'])

        then:
        leadsTo(answer) == '/find'
        browser.get('/account').statusCode() == 200
        accepted(person.id).size() == 3
        audit.about(person.id).find { it.action() == 'account.accept' }.details().contains('RULES 1')
    }

    void "who does not accept can take her data and close the account"() {
        given:
        def person = people.person()
        older(person, 'TERMS')
        def browser = Visitor.signedIn(person)

        expect:
        browser.get('/account/terms').body().contains('href="/account/close"')
        leadsTo(browser.post('/account/close', [formToken: browser.formToken('/account/close'), password: People.PASSWORD])) == '/?done=account-closed'
        accepted(person.id) == []
    }

    void "programs accept over the API"() {
        given:
        def person = people.person()
        older(person, 'TERMS')

        expect:
        person.api.put('/api/v1/account/consents', [:]).fields == ['acceptTerms']
        person.api.put('/api/v1/account/consents', [acceptTerms: true]).status == 204
        person.api.put('/api/v1/account/consents', [acceptTerms: true]).status == 204
        person.api.get('/api/v1/account').json.toAccept == []
        accepted(person.id).size() == 3
    }
}
