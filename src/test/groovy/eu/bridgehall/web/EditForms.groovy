package eu.bridgehall.web

import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.web.BrowserSessionSpec.Visitor

import java.net.http.HttpResponse

/** Sends the forms in which a profile is written. */
class EditForms {
    static HttpResponse<String> save(Visitor browser, ProfileMaker.Made made, String step, Map<String, String> fields) {
        post(browser, "/authorities/$made.id/edit/$step", [version: made.profile.version() as String] + fields)
    }

    static HttpResponse<String> post(Visitor browser, String path, Object fields) {
        def pairs = fields instanceof Map ? fields.collect { [it.key, it.value] } : fields
        def token = browser.formToken('/dashboard')
        def body = ([['formToken', token]] + pairs.findAll { it[0] != 'formToken' })
                .collect { "${URLEncoder.encode(it[0] as String, 'UTF-8')}=${URLEncoder.encode(it[1] as String, 'UTF-8')}" }.join('&')
        browser.send('POST', path, body, 'application/x-www-form-urlencoded')
    }

    /** What a browser would send of a form that nobody has touched. */
    static List<List<String>> shown(String page) {
        def form = page.substring(page.indexOf('id="f-step"'), page.indexOf('</main>'))
        def pairs = []
        def unescape = { String s -> s.replace('&lt;', '<').replace('&gt;', '>').replace('&#34;', '"').replace('&#39;', "'").replace('&amp;', '&') }
        (form =~ /(?s)<input ([^>]*)>|<textarea [^>]*name="([^"]+)"[^>]*>(.*?)<\/textarea>|<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/).each { all, input, area, text, select, options ->
            if (area) pairs << [area, unescape(text)]
            else if (select) pairs << [select, (options =~ /value="([^"]*)" selected/).with { it.find() ? it.group(1) : '' }]
            else {
                def name = (input =~ /name="([^"]+)"/)
                def value = (input =~ /value="([^"]*)"/)
                def box = input =~ /type="(checkbox|radio)"/
                if (name.find() && (!box.find() || input =~ /\bchecked\b/)) pairs << [name.group(1), value.find() ? unescape(value.group(1)) : '']
            }
        }
        pairs
    }
}
