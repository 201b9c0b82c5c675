package eu.bridgehall

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import io.micronaut.http.HttpMethod
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.security.annotation.Secured
import io.micronaut.security.rules.SecurityRule
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import io.micronaut.web.router.Router
import io.micronaut.web.router.UriRouteInfo
import jakarta.inject.Inject
import org.yaml.snakeyaml.Yaml
import spock.lang.Shared
import spock.lang.Specification

/** What the API document tells beyond the code is what the service does. */
@MicronautTest(transactional = false)
class ApiPromiseSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject Router router
    @Shared
    Map<String, ?> document = new Yaml().load(ApiPromiseSpec.getResourceAsStream('/META-INF/swagger/bridgehall.yml'))

    void "what is open to all is marked so, and nothing else"() {
        given:
        def routes = router.uriRoutes().filter { it.uriMatchTemplate.toPathString().startsWith('/api/v1') && it.httpMethod != HttpMethod.HEAD }.toList()
        def open = routes.findAll { SecurityRule.IS_ANONYMOUS in it.annotationMetadata.stringValues(Secured).toList() }.collect { address(it) } as Set
        def promised = operations().findAll { it.operation.security == [] }.collect { it.address } as Set

        expect:
        open.size() > 20
        promised == open
        routes.collect { address(it) } as Set == operations()*.address as Set
    }

    void "every parameter says what it means"() {
        expect:
        operations().collectMany { o -> (o.operation.parameters ?: []).findAll { !it.description }.collect { [o.address, it.name] } }.empty
    }

    void "who sends nothing is told of what the document asks for: #schema"() {
        given:
        def people = new People(server)
        def towns = new Towns(people)
        def town = towns.confirmed()
        def member = people.member(town.id, MemberRole.VIEWER)
        def other = towns.confirmed('BE', 'Gent')
        def claim = { people.person().api.post('/api/v1/claims', [authority: town.id, kind: 'dispute', message: 'Mine.']).json.id }
        def as = [visitor: people.visitor, owner: town.owner.api, moderator: people.moderator().api,
                  administrator: people.administrator().api]
        def ids = [town: town.id, other: other.id, person: member.id, asked: { other.ask(town).json.id },
                   conversation: { Towns.conversation(town, other) }, claim: claim,
                   warning: { as.moderator.post("/api/v1/moderation/authorities/$town.id/decisions",
                           [kind: 'warn', reason: 'untrue', rule: 'R2', text: 'Not so.']).json.id }]
        def path = address.replaceAll(/<(\w+)>/) { all, name -> ids[name] instanceof Closure ? ids[name]() : ids[name] }

        when:
        // a decision to grant needs no reason, every other does
        def answer = as[who].send(method, path, schema == 'ClaimDecision' ? [reason: 'Seen.'] : [:])

        then:
        answer.status == 400
        !answer.fields.empty
        document.components.schemas[schema].required.containsAll(answer.fields)

        where:
        schema                                    | who             | method  | address
        'NewAccount'                              | 'visitor'       | 'POST'  | '/api/v1/accounts'
        'AccountController.PasswordChange'        | 'owner'         | 'PUT'   | '/api/v1/account/password'
        'ConsentController.Consent'               | 'owner'         | 'PUT'   | '/api/v1/account/consents'
        'OwnDataController.Closing'               | 'owner'         | 'POST'  | '/api/v1/account/closing'
        'AccountsController.Address'              | 'visitor'       | 'POST'  | '/api/v1/password-resets'
        'AccountsController.Token'                | 'visitor'       | 'POST'  | '/api/v1/accounts/confirm'
        'AccountsController.NewPassword'          | 'visitor'       | 'POST'  | '/api/v1/password-resets/confirm'
        'AdministrationController.NewAssociation' | 'administrator' | 'POST'  | '/api/v1/admin/associations'
        'AdministrationController.FactorReset'    | 'administrator' | 'POST'  | '/api/v1/admin/people/<person>/second-factor-reset'
        'AdministrationController.Lock'           | 'administrator' | 'POST'  | '/api/v1/admin/people/<person>/lock'
        'MembersController.NewInvitation'         | 'owner'         | 'POST'  | '/api/v1/authorities/<town>/invitations'
        'MembersController.Role'                  | 'owner'         | 'PUT'   | '/api/v1/authorities/<town>/members/<person>'
        'Acceptance'                              | 'visitor'       | 'POST'  | '/api/v1/invitations/accept'
        'AskIntroduction'                         | 'owner'         | 'POST'  | '/api/v1/authorities/<town>/introductions'
        'ClaimRequest'                            | 'owner'         | 'POST'  | '/api/v1/claims'
        'ClaimDecision'                           | 'moderator'     | 'POST'  | '/api/v1/claims/<claim>/decision'
        'Dismissal'                               | 'owner'         | 'POST'  | '/api/v1/authorities/<town>/matches/<other>/dismissal'
        'MarkRead'                                | 'owner'         | 'POST'  | '/api/v1/conversations/<conversation>/read'
        'NoteRequest'                             | 'moderator'     | 'POST'  | '/api/v1/profiles/<town>/entitlement-notes'
        'PostMessage'                             | 'owner'         | 'POST'  | '/api/v1/conversations/<conversation>/messages'
        'ReportRequest'                           | 'owner'         | 'POST'  | '/api/v1/conversations/<conversation>/report'
        'DecideRequest'                           | 'moderator'     | 'POST'  | '/api/v1/moderation/authorities/<town>/decisions'
        'TextRequest'                             | 'owner'         | 'POST'  | '/api/v1/decisions/<warning>/appeal'
        'StartConversation'                       | 'owner'         | 'POST'  | '/api/v1/conversations'
        'StepReason'                              | 'owner'         | 'POST'  | '/api/v1/introductions/<asked>/decline'
    }

    private List<Map> operations() {
        document.paths.collectMany { path, methods ->
            methods.collect { method, operation -> [address: "${method.toUpperCase()} $path".toString(), operation: operation] }
        }
    }

    private static String address(UriRouteInfo<?, ?> route) {
        "$route.httpMethod ${route.uriMatchTemplate.toPathString()}"
    }
}
