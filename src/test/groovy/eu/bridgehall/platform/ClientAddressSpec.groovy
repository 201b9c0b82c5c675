package eu.bridgehall.platform

import eu.bridgehall.platform.http.ClientAddress
import io.micronaut.http.HttpRequest
import io.micronaut.http.simple.SimpleHttpHeaders
import spock.lang.Specification

class ClientAddressSpec extends Specification {

    void "from #direct with X-Forwarded-For '#forwarded' behind #proxies the client is #client"() {
        given:
        def headers = new SimpleHttpHeaders(forwarded == null ? [:] : ['X-Forwarded-For': forwarded], null)
        def request = Stub(HttpRequest) {
            getRemoteAddress() >> new InetSocketAddress(direct, 1234)
            getHeaders() >> headers
        }

        expect:
        new ClientAddress(proxies).of(request) == client

        where: 'a stranger may write what it likes into the header'
        direct     | forwarded                       | proxies                || client
        '192.0.2.7' | null                           | []                     || '192.0.2.7'
        '192.0.2.7' | '198.51.100.1'                 | []                     || '192.0.2.7'
        '192.0.2.7' | '198.51.100.1'                 | ['10.0.0.1']           || '192.0.2.7'
        '10.0.0.1' | '198.51.100.1'                  | ['10.0.0.1']           || '198.51.100.1'
        '10.0.0.1' | '203.0.113.9, 198.51.100.1'     | ['10.0.0.1']           || '198.51.100.1'
        '10.0.0.1' | '203.0.113.9, 10.0.0.2'         | ['10.0.0.1', '10.0.0.2'] || '203.0.113.9'
        '10.0.0.1' | '10.0.0.2'                      | ['10.0.0.1', '10.0.0.2'] || '10.0.0.1'
        '10.0.0.1' | 'x' * 100                       | ['10.0.0.1']           || '10.0.0.1'
        '10.0.0.1' | ''                              | ['10.0.0.1']           || '10.0.0.1'
    }
}
