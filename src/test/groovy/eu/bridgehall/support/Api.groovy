package eu.bridgehall.support

import groovy.json.JsonOutput
import groovy.json.JsonSlurper
import io.micronaut.runtime.server.EmbeddedServer

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.concurrent.CopyOnWriteArrayList

/** The API as a client of it sees it: plain HTTP and JSON, no help from the server's own classes. */
class Api {
    private static final HttpClient CLIENT = HttpClient.newHttpClient()
    final URI base
    final String token

    Api(EmbeddedServer server, String token = null) {
        this(server.URI, token)
    }

    Api(URI base, String token) {
        this.base = base
        this.token = token
    }

    /** The same service, called with this access token. */
    Api as(String token) {
        new Api(base, token)
    }

    Answer get(String path, Map<String, String> headers = [:]) { send('GET', path, null, headers) }

    Answer post(String path, Object body = [:], Map<String, String> headers = [:]) { send('POST', path, body, headers) }

    Answer put(String path, Object body, Map<String, String> headers = [:]) { send('PUT', path, body, headers) }

    Answer patch(String path, Object body, Map<String, String> headers = [:]) { send('PATCH', path, body, headers) }

    Answer delete(String path, Map<String, String> headers = [:]) { send('DELETE', path, null, headers) }

    /** A body that is a string is sent as it is; anything else as JSON. */
    Answer send(String method, String path, Object body, Map<String, String> headers = [:]) {
        def request = HttpRequest.newBuilder(base.resolve(path))
        if (body != null) {
            request.header('Content-Type', headers['Content-Type'] ?: 'application/json')
        }
        if (token != null) {
            request.header('Authorization', "Bearer $token")
        }
        headers.findAll { it.key != 'Content-Type' }.each { name, value -> request.header(name, value) }
        def text = body == null || body instanceof CharSequence ? body : JsonOutput.toJson(body)
        request.method(method, text == null
                ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(text.toString()))
        new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()))
    }

    /** Sends a file in a form. */
    Answer upload(String path, String name, byte[] content, String field = 'file') {
        def boundary = 'a-boundary-that-no-file-holds'
        def head = "--$boundary\r\nContent-Disposition: form-data; name=\"$field\"; filename=\"$name\"\r\n" +
                "Content-Type: application/octet-stream\r\n\r\n"
        def body = new ByteArrayOutputStream()
        body.write(head.getBytes('UTF-8'))
        body.write(content)
        body.write("\r\n--$boundary--\r\n".getBytes('UTF-8'))
        def request = HttpRequest.newBuilder(base.resolve(path)).header('Content-Type', "multipart/form-data; boundary=$boundary")
        if (token != null) {
            request.header('Authorization', "Bearer $token")
        }
        new Answer(CLIENT.send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(),
                HttpResponse.BodyHandlers.ofString()))
    }

    /** Opens a stream of events, which is read until either side ends it. */
    Stream stream(String path) {
        def request = HttpRequest.newBuilder(base.resolve(path)).header('Accept', 'text/event-stream')
        if (token != null) {
            request.header('Authorization', "Bearer $token")
        }
        new Stream(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()))
    }

    static class Stream implements Closeable {
        final int status
        final List<String> lines = new CopyOnWriteArrayList<>()
        volatile boolean ended
        private final InputStream input

        Stream(HttpResponse<InputStream> response) {
            status = response.statusCode()
            input = response.body()
            Thread.startVirtualThread {
                try {
                    input.eachLine('UTF-8') { lines << it }
                } catch (IOException closed) {
                    lines << "broken: $closed".toString()
                }
                ended = true
            }
        }

        /** The data of the events so far. */
        List getData() { lines.findAll { it.startsWith('data: ') }.collect { new JsonSlurper().parseText(it.substring(6)) } }

        @Override
        void close() { input.close() }
    }

    static class Answer {
        final int status
        final String body
        private final HttpResponse<String> response

        Answer(HttpResponse<String> response) {
            this.response = response
            this.status = response.statusCode()
            this.body = response.body()
        }

        String header(String name) { response.headers().firstValue(name).orElse(null) }

        def getJson() { body ? new JsonSlurper().parseText(body) : null }

        boolean isProblem() { header('Content-Type')?.startsWith('application/problem+json') }

        /** The fields that a problem names. */
        List<String> getFields() { (json.errors ?: [])*.field }

        @Override
        String toString() { "$status $body" }
    }
}
