// Puts the generated API document right where the generator cannot know better: values of closed
// lists are named by the ids that clients see, and what the service finds out by itself (who asks,
// from where, in which language) is nothing that a client sends. What it cannot read from the code
// (what is open to all, what must be sent, what an id is of) is told here, and compared with what
// the service does by ApiPromiseSpec.
import org.yaml.snakeyaml.DumperOptions
import org.yaml.snakeyaml.Yaml

def file = new File(project.build.outputDirectory, 'META-INF/swagger/bridgehall.yml')
def options = new DumperOptions(defaultFlowStyle: DumperOptions.FlowStyle.BLOCK, width: 160)
def yaml = new Yaml(options)
def api = yaml.load(file.text)

def types = ['#/components/schemas/Actor', '#/components/schemas/Client']
def languages = ['language', 'reader', 'locale']

def foundOut = { name, schema ->
    schema?.get('$ref') in types || (name in languages && schema == [type: 'string'])
}

def body
body = { schema ->
    if (schema.allOf) {
        schema.allOf = schema.allOf.collect(body).findAll { it }
        schema.remove('required')
        return schema.allOf.size() == 1 ? schema.allOf[0] : schema.allOf ? schema : null
    }
    def all = schema.properties
    if (all) {
        def dropped = all.findAll { name, value -> foundOut(name, value) }.keySet()
        dropped.each { all.remove(it) }
        schema.required?.removeAll(dropped)
        if (!schema.required) schema.remove('required')
        return all ? schema : null
    }
    schema
}

// open to all; everything else asks for the access token
def open = [
        'get': ['/api/v1/transparency', '/api/v1/transparency/{year}', '/api/v1/associations', '/api/v1/introduction-reasons', '/api/v1/places', '/api/v1/places/{id}',
                 '/api/v1/profiles', '/api/v1/profiles/suggestions', '/api/v1/profiles/{id}', '/api/v1/statements/{token}'] +
                api.paths.keySet().findAll { it.startsWith('/api/v1/reference/') },
        'post': ['/api/v1/accounts', '/api/v1/accounts/confirm', '/api/v1/accounts/confirm/resend', '/api/v1/invitations/accept',
                 '/api/v1/password-resets', '/api/v1/password-resets/confirm', '/api/v1/sessions', '/api/v1/sessions/refresh', '/api/v1/statements/{token}/appeal',
                 '/api/v1/statements/{token}/closing', '/api/v1/statements/{token}/data.zip']]

// what is refused where it is missing; in the code it may be, so that the refusal can name it
def required = [
        'NewAccount': ['email', 'name', 'password', 'acceptTerms'],
        'AccountController.PasswordChange': ['currentPassword', 'newPassword'],
        'AccountsController.Address': ['email'],
        'AccountsController.Token': ['token'],
        'AccountsController.NewPassword': ['token', 'password'],
        'AdministrationController.NewAssociation': ['countryCode', 'name'],
        'AdministrationController.FactorReset': ['reason'],
        'AdministrationController.Lock': ['reason'],
        'ConsentController.Consent': ['acceptTerms'],
        'OwnershipController.NewOffer': ['to', 'keeps'],
        'OwnershipController.NewRequest': ['text'],
        'OwnershipController.Decision': ['grant', 'text'],
        'OwnershipController.Appointment': ['person', 'text'],
        'OwnDataController.Closing': ['password'],
        'MembersController.NewInvitation': ['email', 'role'],
        'MembersController.Role': ['role'],
        'SecondFactorController.Proof': ['password', 'code'],
        'SessionController.Credentials': ['email', 'password'],
        'SessionController.Refresh': ['refreshToken'],
        'Acceptance': ['token'],
        'AskIntroduction': ['to', 'text'],
        'ClaimRequest': ['authority', 'kind', 'message'],
        'ClaimDecision': ['grant'],
        'Dismissal': ['reason'],
        'MarkRead': ['upTo'],
        'NoteRequest': ['kind', 'text'],
        'PostMessage': ['text'],
        'StartConversation': ['to', 'subject', 'text'],
        'EditMessage': ['text'],
        'ReportRequest': ['reason'],
        'DecideRequest': ['kind', 'reason', 'text'],
        'StatementLinkController.Proof': ['password'],
        'TextRequest': ['text'],
        'AppealAnswer': ['outcome', 'answer'],
        'StepReason': ['reason'],
        'QueueViewRequest': ['name'],
        // what is left out of a profile is empty
        'ProfileContent': []]

// parameters that mean the same wherever they are
def meanings = [
        'offset'  : 'How many to leave out from the beginning; none if not given.',
        'limit'   : 'How many at the most.',
        'country' : 'Only those of this country (ISO 3166-1 alpha-2).',
        'status'  : 'Only those that stand so.',
        'state'   : 'Only those that stand so.',
        'q'       : 'What is looked for.',
        'weights' : 'How much each criterion counts, such as themes:40,size:10.',
        'after'   : 'Only messages with a higher number.',
        'before'  : 'Only messages with a lower number.',
        'side'    : 'For which side of the conversation; needed only from who writes for several.',
        'other'   : 'Which other authority of the conversation; needed only where there are several.',
        'If-Match': 'The version that is changed, as the ETag of what was read gives it; 428 without, 412 if it is no longer the last.']
def ids = [
        'other': 'Id of the other authority.', 'role': 'Which role.', 'step': 'Which step.', 'id': null,
        'authorityId': 'Id of the authority.', 'associationId': 'Id of the association.', 'personId': 'Id of the person.',
        'token': 'What the link of the mail has.', 'kind': 'Which kind.', 'subject': 'Id of what it is.', 'year': 'Which year.',
        'sessionId': 'Id of the session.', 'invitationId': 'Id of the invitation.', 'changeId': 'Id of the offer or request.']
def things = [
        'authorities': 'authority', 'claims': 'claim', 'conversations': 'conversation', 'messages': 'message', 'attachments': 'file', 'introductions': 'introduction',
        'mails': 'mail', 'notices': 'notice', 'places': 'place', 'forbidden-pairs': 'pair', 'profiles': 'authority whose profile it is',
        'reports': 'report', 'decisions': 'decision', 'appeals': 'appeal', 'flags': 'flag', 'views': 'view']
def meaning = { path, parameter ->
    if (parameter.in != 'path') return meanings[parameter.name]
    def parts = path.tokenize('/')
    def before = parts[parts.indexOf("{$parameter.name}".toString()) - 1]
    assert ids[parameter.name] || things[before]: "No word for what $before is in $path"
    ids[parameter.name] ?: "Id of the ${things[before]}.".toString()
}

api.paths.each { path, methods ->
    methods.each { method, operation ->
        if (path in open[method]) operation.security = []
        operation.parameters?.each {
            it.description = it.description ?: meaning(path, it)
            if (it.name == 'If-Match' || (it.name == 'q' && path == '/api/v1/places')) it.required = true
        }
        operation.parameters?.removeAll { it.in == 'query' && it.required && foundOut(it.name, it.schema) }
        if (!operation.parameters) operation.remove('parameters')
        operation.responses.default = [
                description: 'A refusal: what is wrong and what would be right, in the language asked for.',
                content    : ['application/problem+json': [schema: ['$ref': '#/components/schemas/Problem']]]]
        def content = operation.requestBody?.content
        content?.values()?.each { it.schema = body(it.schema) }
        content?.get('multipart/form-data')?.schema =
                [type: 'object', required: ['file'], properties: [file: [type: 'string', format: 'binary']]]
        if (content && content.values().every { !it.schema }) operation.remove('requestBody')
    }
}
types.each { api.components.schemas.remove(it.tokenize('/').last()) }
api.components.schemas.each { name, schema ->
    if (required.containsKey(name)) {
        schema.remove('required')
        if (required[name]) schema.required = required[name]
    }
    if (schema.enum?.every { it ==~ /[A-Z0-9_]+/ }) {
        schema.enum = schema.enum*.toLowerCase()*.replace('_', '-')
    }
}
def text = { [type: 'string'] }
api.components.schemas.Problem = [
        type       : 'object',
        description: 'A refusal (RFC 9457).',
        required   : ['type', 'title', 'status'],
        properties : [type: text(), title: text(), status: [type: 'integer'], detail: text(),
                      errors: [type: 'array', items: [type: 'object', properties: [field: text(), message: text()]]],
                      facts: [type: 'object']]]
file.text = yaml.dump(api)
