package eu.bridgehall

import eu.bridgehall.accounts.LegalDocument
import eu.bridgehall.accounts.OwnershipKind
import eu.bridgehall.audit.ChainCheck
import eu.bridgehall.discovery.ReindexState
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.kernel.PlatformRole
import eu.bridgehall.matching.DismissalReason
import eu.bridgehall.matching.Move
import eu.bridgehall.moderation.QueueClaimed
import eu.bridgehall.moderation.QueuePriority
import eu.bridgehall.moderation.ReportOutcome
import eu.bridgehall.moderation.ReportReason
import eu.bridgehall.moderation.Signal
import eu.bridgehall.moderation.SignalOutcome
import eu.bridgehall.moderation.SignalSubject
import eu.bridgehall.moderation.TransparencyTopic
import eu.bridgehall.moderation.model.AppealOutcome
import eu.bridgehall.moderation.model.AppealSide
import eu.bridgehall.moderation.model.CorrectionOutcome
import eu.bridgehall.moderation.model.DecisionKind
import eu.bridgehall.moderation.model.DecisionOrigin
import eu.bridgehall.moderation.model.DecisionReason
import eu.bridgehall.moderation.model.DecisionStatus
import eu.bridgehall.moderation.model.RestrictionScope
import eu.bridgehall.moderation.model.SubjectKind
import eu.bridgehall.notifications.Delivery
import eu.bridgehall.partnerships.Box
import eu.bridgehall.partnerships.model.IntroductionAction
import eu.bridgehall.partnerships.model.IntroductionStatus
import eu.bridgehall.partnerships.model.ReviewCause
import eu.bridgehall.platform.waiting.WaitingKind
import eu.bridgehall.profiles.model.ClaimKind
import eu.bridgehall.profiles.model.ClaimState
import eu.bridgehall.profiles.model.MailDomainHint
import eu.bridgehall.profiles.model.NoteKind
import eu.bridgehall.profiles.model.ProfileAction
import eu.bridgehall.profiles.model.ProfilePart
import eu.bridgehall.profiles.model.ProfileStatus
import eu.bridgehall.profiles.model.ReviewReason
import eu.bridgehall.reference.Region
import eu.bridgehall.search.PlaceHit
import eu.bridgehall.search.SearchSort
import org.yaml.snakeyaml.Yaml
import spock.lang.Shared
import spock.lang.Specification

/** What the API document promises is what goes over the wire. */
class ApiDocumentSpec extends Specification {
    private static final List<Class<?>> LISTS = [
            AppealOutcome, AppealSide, Box, ChainCheck.FaultKind, ClaimKind, ClaimState, CorrectionOutcome, DecisionKind, DecisionOrigin, DecisionReason,
            DecisionStatus, Delivery, DismissalReason,
            IntroductionAction, IntroductionStatus, LegalDocument, MailDomainHint, MemberRole, Move, NoteKind, OwnershipKind, PlaceHit.Closeness, PlatformRole,
            ProfileAction, ProfilePart, ProfileStatus, QueueClaimed, QueuePriority, Region.Kind, ReindexState, ReportOutcome, ReportReason,
            RestrictionScope, ReviewCause, ReviewReason, SearchSort, Signal, SignalOutcome, SignalSubject, SubjectKind, TransparencyTopic,
            WaitingKind]

    @Shared
    Map<String, ?> document = new Yaml().load(getClass().getResourceAsStream('/META-INF/swagger/bridgehall.yml'))
    @Shared
    Map<String, Map<String, ?>> schemas = document.components.schemas

    void "the values of #name are documented by the ids that clients see"() {
        given:
        def ids = type.values()*.id()

        expect:
        schemas[name].enum == ids
        ids.every { it ==~ /[a-z]+(-[a-z]+)*/ }

        where:
        type << LISTS
        name = type.name.substring(type.packageName.length() + 1).replace('$', '.')
    }

    void "no other list of values is in the document"() {
        expect:
        schemas.findAll { it.value.enum }.keySet() ==
                LISTS.collect { it.name.substring(it.packageName.length() + 1).replace('$', '.') } as Set
    }

    void "nothing is asked for that the service finds out by itself: who asks, from where, in which language"() {
        given:
        def operations = document.paths.values().collectMany { it.values() }
        def parameters = operations.collectMany { it.parameters ?: [] }

        expect:
        operations.size() > 60
        !schemas.keySet().any { it in ['Actor', 'Client', 'Locale'] }
        parameters.size() > 60
        !parameters.findAll { it.name in ['actor', 'client', 'reader', 'locale'] }
        !document.toString().contains('schemas/Actor') && !document.toString().contains('schemas/Client')
    }

    void "what is sent is what the record of the request holds"() {
        expect:
        document.paths['/api/v1/accounts'].post.requestBody.content['application/json'].schema ==
                ['$ref': '#/components/schemas/NewAccount']
        document.paths['/api/v1/account'].patch.requestBody.content['application/json'].schema ==
                ['$ref': '#/components/schemas/AccountController.AccountChange']
        !document.paths['/api/v1/introductions/{id}/accept'].post.requestBody
        !document.paths['/api/v1/authorities/{id}/matches'].get.parameters.find { it.name == 'language' }
        document.paths['/api/v1/profiles'].get.parameters.find { it.name == 'language' }
    }

    void "what a parameter is, is told by words"() {
        expect:
        document.paths.every { path, methods ->
            methods.every { method, operation -> (operation.parameters ?: []).every { !it.description?.contains('of the null') } }
        }
    }

    void "every address tells how it refuses"() {
        expect:
        document.paths.values().collectMany { it.values() }.every {
            it.responses.default.content['application/problem+json'].schema['$ref'] == '#/components/schemas/Problem'
        }
        schemas.Problem.properties.keySet() == ['type', 'title', 'status', 'detail', 'errors', 'facts'] as Set
    }
}
