package eu.bridgehall.hardening

import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Shared
import spock.lang.Specification

import java.util.zip.GZIPOutputStream
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

/** What no honest client sends is refused in a word, keeps nobody else waiting and costs little. */
@MicronautTest(transactional = false)
class HardeningSpec extends Specification {
    private static final int MEGABYTE = 1_000_000

    @Inject @Shared EmbeddedServer server
    @Shared People people
    @Shared Towns.Town lille
    @Shared Towns.Town lviv
    @Shared String conversation

    void setupSpec() {
        people = new People(server)
        def towns = new Towns(people)
        lille = towns.confirmed('FR', 'Lille')
        lviv = towns.confirmed('UA', 'Lviv')
        conversation = Towns.conversation(lille, lviv)
    }

    List<RawConnection> open = []

    /** Whoever comes next is served. */
    void cleanup() {
        open*.close()
        assert new Api(server).get('/health').status == 200
    }

    void "a request that is no right HTTP is refused: #what"() {
        expect:
        raw(sent).status() in statuses

        where:
        what                                | sent                                                                                              || statuses
        'a very long address'               | "GET /${'a' * 20_000} HTTP/1.1\r\nHost: x\r\n\r\n"                                                || [413]
        'a very long header'                | "GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a' * 50_000}\r\n\r\n"                                    || [413]
        'thousands of headers'              | "GET / HTTP/1.1\r\nHost: x\r\n${(1..5000).collect { "X-$it: y\r\n" }.join()}\r\n"                 || [413]
        'a very long cookie'                | "GET / HTTP/1.1\r\nHost: x\r\nCookie: a=${'b' * 50_000}\r\n\r\n"                                  || [413]
        'no method that there is'           | "BREW / HTTP/1.1\r\nHost: x\r\n\r\n"                                                              || [400, 403, 405, 501]
        'TRACE, which tells what was sent'  | "TRACE / HTTP/1.1\r\nHost: x\r\nCookie: a=b\r\n\r\n"                                              || [400, 403, 405, 501]
        'CONNECT, for a proxy'              | "CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n"                                            || [0, 400, 403, 404, 405, 501]
        'a header with a zero in it'        | "GET / HTTP/1.1\r\nHost: x\r\nX-A: a\u0000b\r\n\r\n"                                              || [400]
        'a header without a name'           | "GET / HTTP/1.1\r\nHost: x\r\n: nothing\r\n\r\n"                                                  || [400]
        'a space before the colon'          | "POST /api/v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Length : 2\r\n\r\n{}"                       || [400, 415]
        'two lengths'                       | "POST /api/v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 30\r\n\r\n{}"  || [400]
        'a length that is none'             | "POST /api/v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n"                         || [400]
        'a chunk that is none'              | "POST /api/v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n" || [0, 400]
        'rubbish'                           | "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n"                                                    || [0, 400]
    }

    void "of one request nobody makes two by telling its length twice: #what"() {
        when: 'the body of the first would be a request of its own'
        def told = connection().send("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n$headers\r\n\r\n" +
                '0\r\n\r\nGET /api/v1/account HTTP/1.1\r\nHost: x\r\n\r\n').all()

        then:
        told.findAll(/HTTP\/1\.1 \d+/).size() <= 1

        where:
        what                    | headers
        'length and chunks'     | "Content-Length: 58\r\nTransfer-Encoding: chunked"
        'chunks, written oddly' | "Transfer-Encoding: chunked, identity\r\nContent-Length: 58"
        'two kinds of chunks'   | "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\nContent-Length: 58"
    }

    void "no address leads out of what is given to all: #path"() {
        when:
        def answer = connection().send("GET $path HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n").all()

        then:
        answer.tokenize(' ')[1] as int in [400, 401, 403, 404, 406, 303]
        !answer.contains('root:') && !answer.contains('datasources') && !answer.contains('create table') && !answer.contains('Main-Class')

        where:
        path << ['/../../etc/passwd', '/assets/../application.yml', '/assets/..%2f..%2fapplication.yml', '/assets/%2e%2e/%2e%2e/application.yml',
                 '/webjars/../../application.yml', '/webjars/%2e%2e%2f%2e%2e%2fapplication.yml', '/webjars/..;/..;/application.yml',
                 '/api/openapi/../../application.yml', '/api/docs/..%5c..%5capplication.yml', '/api/docs/%252e%252e%252fapplication.yml',
                 '/webjars/../../db/migration/V0010__outbox_create.sql', '/api/openapi/..%2f..%2fdb%2fmigration%2fV0010__outbox_create.sql',
                 '/api/docs/../MANIFEST.MF', '/webjars/\u0000', '/webjars/%00', '/%00', '/authorities/%00', '/api/v1/profiles/..%2f..%2fadmin%2fpeople',
                 '/api/v1/admin/people;x=1', '/api/v1//admin//people', '/api/v1/./admin/people', '/API/V1/ADMIN/PEOPLE', '/api/v1/admin/people/']
    }

    void "a percent sign that begins no escape is taken for one, and nothing fails: #path"() {
        when:
        def told = ['text/html', 'application/json'].collect {
            connection().send("GET $path HTTP/1.1\r\nHost: x\r\nAccept: $it\r\nConnection: close\r\n\r\n").all()
        }

        then:
        told.every { (it.tokenize(' ')[1] as int) in statuses && it.toLowerCase().contains('content-security-policy') }
        told.every { !it.contains('Exception') && !it.contains('java.') }

        where:
        path                    || statuses
        '/find?q=%'             || [200, 406]
        '/find?q=%zz'           || [200, 406]
        '/%'                    || [404]
        '/authorities/%e0%a4%a' || [404, 406]
        '/api/v1/profiles?q=%'  || [200, 406]
        '/api/v1/places?q=%zz'  || [200, 406]
    }

    void "a cookie that nobody gave changes nothing: #cookie"() {
        expect:
        raw("GET /find HTTP/1.1\r\nHost: x\r\nCookie: $cookie\r\n\r\n").status() == 200
        raw("GET /account HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nCookie: $cookie\r\n\r\n").status() == 303

        where:
        cookie << ['session=', 'session=x', "session='; drop table session; --", 'session=%00%00', 'session=a; session=b', ';;;===', 'session',
                   'lang=<script>', 'lang=xx-evil-../../', "session=${'a' * 4000}", '"', 'session="\\"', "__Host-session=${UUID.randomUUID()}"]
    }

    void "a token that this service did not give is refused: #token"() {
        expect:
        raw("GET /api/v1/account HTTP/1.1\r\nHost: x\r\nAuthorization: $token\r\n\r\n").status() == 401

        where: 'TokenSpec has those that are nearly right: unsigned, of another key or algorithm, too old'
        token << ['Bearer', 'Bearer ', 'Bearer .', 'Bearer ..', 'Bearer a.b.c', "Bearer ${'a' * 8000}", 'Basic YWRtaW46YWRtaW4=', 'bearer\tx',
                  'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', 'Bearer eyJhbGciOiJub25lIn0=.e30=.', 'Negotiate x', "Bearer ' or 1=1 --", 'Bearer null']
    }

    void "headers that a proxy or a framework might believe change nothing: #header"() {
        expect:
        raw("GET /api/v1/admin/people HTTP/1.1\r\nHost: x\r\n$header\r\n\r\n").status() == 401
        raw("POST /api/v1/admin/mails/retry HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n$header\r\n\r\n").status() == 401

        where:
        header << ['X-Original-URL: /api/v1/places', 'X-Rewrite-URL: /api/v1/places', 'X-HTTP-Method-Override: OPTIONS', 'X-Forwarded-User: admin',
                   'X-Remote-User: admin', 'X-Forwarded-For: 127.0.0.1', 'Forwarded: for=127.0.0.1;host=localhost', 'X-Forwarded-Host: evil.example']
    }

    void "another host in the request is in no link and no redirect"() {
        when:
        def told = connection().send("GET /account HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n").all() +
                connection().send("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n").all()

        then:
        !told.contains('evil.example')
    }

    void "a body that is too large is refused before it is all there"() {
        when:
        def connection = connection().send("POST /api/v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${500L * MEGABYTE}\r\n\r\n")

        then:
        connection.send('{"name": "').status() == 413
    }

    void "a body that never ends is refused at its limit: #what"() {
        given:
        def connection = connection().send("POST /api/v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
        def chunk = "10000\r\n${start * (0x10000.intdiv(start.length()))}\r\n".toString()

        when:
        80.times { connection.send(chunk) }

        then:
        connection.status() == 413

        where:
        what             | start
        'text'           | 'a'
        'open brackets'  | '['
        'open objects'   | '{"a":{"aa":[[[[['.substring(0, 16)
    }

    void "a body that is packed is not unpacked into more than may be sent: #encoding"() {
        given: '200 MB in a few hundred kilobytes, signed in, so that it is read'
        def packed = bomb(200)
        def used = memory()

        when:
        def answer = connection().send("PATCH /api/v1/account HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer $lille.owner.accessToken\r\n" +
                "Content-Type: application/json\r\nContent-Encoding: $encoding\r\nContent-Length: $packed.length\r\nConnection: close\r\n\r\n").send(packed).status()

        then:
        answer in [0, 400, 413, 415]
        memory() - used < 150 * MEGABYTE
        lille.owner.api.get('/api/v1/account').json.name == 'Owner of Lille'

        where:
        encoding << ['gzip', 'deflate', 'gzip, gzip', 'br', 'zstd', 'snappy', 'x-gzip']
    }

    void "JSON that is nested without end is refused, wherever JSON is taken: #path"() {
        given:
        def deep = '[' * 100_000 + ']' * 100_000
        def api = lille.owner.api

        expect:
        [deep, '{"a":' * 50_000 + '1' + '}' * 50_000, '{"text": ' + deep + '}'].every { api.send(method, path, it).status == 400 }

        where:
        method  | path
        'PATCH' | '/api/v1/account'
        'POST'  | '/api/v1/claims'
        'POST'  | '/api/v1/conversations'
        'PUT'   | '/api/v1/account/password'
    }

    void "a number that takes long to read is refused"() {
        expect:
        lille.owner.api.send('POST', "/api/v1/conversations/$conversation/read", "{\"upTo\": $number}").status == 400

        where:
        number << ['9' * 100_000, '1e1000000000', '-1e999999', '0.' + '1' * 50_000]
    }

    void "a file that is not what it says, or is built to do harm, is refused: #what"() {
        when:
        def answer = lille.editor.api.upload("/api/v1/conversations/$conversation/attachments", name, content)

        then:
        answer.status == 400
        answer.problem

        where:
        what                                  | name          | content
        'a page'                              | 'a.pdf'       | '<html><script>alert(1)</script>'.bytes
        'a picture with scripts'              | 'a.svg'       | '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'.bytes
        'a program'                           | 'a.exe'       | 'MZ\u0090'.bytes
        'a program under another name'        | 'a.pdf'       | 'MZ\u0090'.bytes
        'a picture that is called a document' | 'a.docx'      | '\u0089PNG\r\n\u001a\n'.getBytes('ISO-8859-1')
        'two ends'                            | 'a.pdf.exe'   | '%PDF-1.7'.bytes
        'a name of nothing'                   | '.'           | '%PDF-1.7'.bytes
        'a bomb'                              | 'a.docx'      | zip(['[Content_Types].xml': new byte[50 * MEGABYTE]])
        'a bomb that names itself'            | 'a.odt'       | zip([mimetype: new byte[50 * MEGABYTE]])
        'an archive that is cut off'          | 'a.docx'      | zip(['[Content_Types].xml': ('<x>' * 50_000).bytes])[0..200] as byte[]
        'an archive whose content is broken'  | 'a.docx'      | broken(zip(['[Content_Types].xml': new byte[100_000], b: new byte[10]]))
        'the start of an archive'             | 'a.docx'      | 'PK\u0003\u0004'.bytes
    }

    void "a hostile name of a file is made harmless or refused: #name"() {
        when:
        def answer = lille.editor.api.upload("/api/v1/conversations/$conversation/attachments", name, '%PDF-1.7'.bytes)

        then:
        answer.status in [201, 400]
        answer.status == 400 || !(answer.json.name =~ /[\/\\\u0000-\u001f\u202e]/)

        when: 'it is taken back by whoever opens it'
        def file = answer.status == 201 ? lille.editor.api.get("/api/v1/conversations/$conversation/attachments/$answer.json.id") : null

        then:
        file == null || file.header('Content-Disposition').startsWith('attachment;')
        file == null || !(file.header('Content-Disposition') =~ /[\r\n]/)

        where:
        name << ['../../../etc/cron.d/x.pdf', '..\\..\\x.pdf', 'C:\\x.pdf', '/etc/passwd.pdf', '<script>.pdf', 'a%0d%0aSet-Cookie: x.pdf',
                 "${'a' * 300}.pdf", 'x\u202efdp.exe.pdf', 'con.pdf', '%00.pdf', "'; drop table message_attachment; --.pdf"]
    }

    void "those who send slowly keep nobody waiting, and are hung up on"() {
        given: 'a service with less patience than it has by default, and many who begin a request and go no further'
        def hasty = ApplicationContext.run(EmbeddedServer, ['micronaut.server.idle-timeout': '2s', 'micronaut.server.read-idle-timeout': '2s'], 'test')
        def begin = { String text -> def c = new RawConnection(hasty.URI, 15_000).send(text); open << c; c }
        def slow = (1..200).collect { begin("GET /find HTTP/1.1\r\nHost: x\r\nX-") }
        def half = (1..50).collect { begin("POST /api/v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{") }

        expect: 'others are served meanwhile'
        (1..20).every { raw("GET /api/v1/places?q=Lviv HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", hasty.URI).status() == 200 }

        and:
        slow.every { it.closedByServer }
        half.every { it.closedByServer }

        cleanup:
        hasty.close()
    }

    private RawConnection connection(int patience = 20_000) {
        open << new RawConnection(server.URI, patience)
        open.last()
    }

    private RawConnection raw(String text, URI base = server.URI) {
        open << new RawConnection(base)
        open.last().send(text)
    }

    private static long memory() {
        System.gc()
        Runtime.runtime.totalMemory() - Runtime.runtime.freeMemory()
    }

    private static byte[] bomb(int megabytes) {
        def out = new ByteArrayOutputStream()
        new GZIPOutputStream(out).withCloseable { gzip ->
            gzip.write('{"name": "'.bytes)
            def block = ('a' * MEGABYTE).bytes
            megabytes.times { gzip.write(block) }
            gzip.write('"}'.bytes)
        }
        out.toByteArray()
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        def out = new ByteArrayOutputStream()
        new ZipOutputStream(out).withCloseable { zip ->
            entries.each { name, content ->
                zip.putNextEntry(new ZipEntry(name))
                zip.write(content)
                zip.closeEntry()
            }
        }
        out.toByteArray()
    }

    /** Its list is whole, what the first entry holds is not. */
    private static byte[] broken(byte[] archive) {
        (60..90).each { archive[it] = (byte) 0xff }
        archive
    }
}
