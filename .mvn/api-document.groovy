// Puts the generated API document right where the generator cannot know better: values of closed
// lists are named by the ids that clients see, and what the service finds out by itself (who asks,
// from where, in which language) is nothing that a client sends.
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

api.paths.values().each { methods ->
    methods.values().each { operation ->
        operation.parameters?.removeAll { it.in == 'query' && it.required && foundOut(it.name, it.schema) }
        if (!operation.parameters) operation.remove('parameters')
        operation.responses.default = [
                description: 'A refusal: what is wrong and what would be right, in the language asked for.',
                content    : ['application/problem+json': [schema: ['$ref': '#/components/schemas/Problem']]]]
        def content = operation.requestBody?.content
        content?.values()?.each { it.schema = body(it.schema) }
        if (content && content.values().every { !it.schema }) operation.remove('requestBody')
    }
}
types.each { api.components.schemas.remove(it.tokenize('/').last()) }
api.components.schemas.values().each { schema ->
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
