package eu.bridgehall.roles

import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import groovy.json.JsonOutput

import java.net.http.HttpClient
import java.net.http.HttpHeaders
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodySubscribers
import java.nio.charset.StandardCharsets
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

/** Somebody who calls the API with a token and the pages with a cookie, and sees what comes of it. */
class Caller {
    private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()
    private static final String API = '/api/'
    private static final String BOUNDARY = 'a-boundary-that-no-field-holds'
    /** The request came through to where its content is looked at, which is not right. */
    private static final List<Integer> NOT_RIGHT = [400, 409, 412, 422, 428]

    private static final Duration LONGEST = Duration.ofSeconds(30)

    private final URI base
    private final TestPerson person
    private final String token
    private final Map<String, String> cookies
    private final String formToken

    /** @param person null for a visitor */
    Caller(People people, TestPerson person) {
        this.base = people.server.URI
        this.person = person
        def browser = new Visitor(base)
        if (person == null) {
            formToken = browser.formToken('/sign-in')
        } else {
            token = person.freshToken()
            assert browser.signIn(person).statusCode() == 303
            formToken = browser.formToken('/account')
        }
        cookies = browser.cookies
    }

    /**
     * The outcome, in the words of the table.
     *
     * @param multipart whether it is sent as a form with files is
     */
    String send(String method, String path, Map<String, Object> fields, boolean multipart) {
        boolean api = path.startsWith(API)
        def request = HttpRequest.newBuilder(base.resolve(path)).header('Accept', accepted(path))
        if (api && token) {
            request.header('Authorization', "Bearer $token")
        } else if (!api && cookies) {
            request.header('Cookie', cookies.collect { name, value -> "$name=$value" }.join('; '))
        }
        def body = HttpRequest.BodyPublishers.noBody()
        if (method != 'GET') {
            // of a version that nothing has
            request.header('If-Match', '"999999"')
            request.header('Content-Type', multipart ? "multipart/form-data; boundary=$BOUNDARY".toString()
                    : api ? 'application/json' : 'application/x-www-form-urlencoded')
            body = HttpRequest.BodyPublishers.ofString(multipart ? parts(api ? fields : [formToken: formToken] + fields) : api ? JsonOutput.toJson(fields) : form(fields))
        }
        outcome(request.method(method, body).build())
    }

    /** What a program asks for, or a browser; of what goes on for as long as one listens, a stream. */
    private static String accepted(String path) {
        path.endsWith('/events') ? 'text/event-stream' : path.startsWith(API) ? 'application/json,*/*;q=0.5' : 'text/html,*/*;q=0.8'
    }

    /** An answer whose length is not known may go on for as long as somebody listens: it is given up at its head. */
    private static String outcome(HttpRequest request) {
        def head = new CompletableFuture<HttpResponse.ResponseInfo>()
        def whole = CLIENT.sendAsync(request) { info ->
            if (info.headers().firstValue('Content-Length').empty) {
                head.complete(info)
            }
            BodySubscribers.discarding()
        }
        def first = CompletableFuture.anyOf(head, whole).get(LONGEST.toSeconds(), TimeUnit.SECONDS)
        whole.cancel(true)
        outcome(first.statusCode(), first.headers(), request.method())
    }

    private static String parts(Map<String, Object> fields) {
        fields.collect { name, value -> "--$BOUNDARY\r\nContent-Disposition: form-data; name=\"$name\"\r\n\r\n$value\r\n" }
                .join('') + "--$BOUNDARY--\r\n"
    }

    private String form(Map<String, Object> fields) {
        (fields + [formToken: formToken, version: 999999])
                .collect { name, value -> "$name=${URLEncoder.encode(value as String, StandardCharsets.UTF_8)}" }.join('&')
    }

    private static String outcome(int status, HttpHeaders headers, String method) {
        if (status in 300..399) {
            def leadsTo = headers.firstValue('Location').orElse('')
            return URI.create(leadsTo).path == '/sign-in' ? 'sign-in' : 'ok'
        }
        status in 200..299 || method != 'GET' && status in NOT_RIGHT ? 'ok' : status as String
    }
}
