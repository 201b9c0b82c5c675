package eu.bridgehall.moderation

import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import io.micronaut.runtime.server.EmbeddedServer
import jakarta.inject.Inject
import spock.lang.Specification

/** Two towns that talk to each other, and two moderators. */
abstract class DecisionCase extends Specification {
    static final String ROOT = '/api/v1/moderation'
    @Inject EmbeddedServer server
    @Inject DecisionTerms terms

    People people
    Towns.Town lviv
    Towns.Town lyon
    TestPerson moderator
    TestPerson second
    String id

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv', 'uk')
        lyon = new Towns(people).confirmed('FR', 'Lyon', 'fr')
        moderator = people.moderator()
        second = people.moderator()
        id = Towns.conversation(lviv, lyon)
    }

    String getTalk() { "/api/v1/conversations/$id" }

    Map write(String text, Towns.Town town = lviv, Map more = [:]) {
        def answer = town.editor.api.post("$talk/messages", [text: text] + more)
        assert answer.status == 201
        answer.json
    }

    List<Map> read(Towns.Town town = lyon) { town.viewer.api.get("$talk/messages").json.items }

    /** The id of the report of a message. */
    String report(Object message, TestPerson by = lyon.viewer) {
        by.api.post("$talk/messages/$message/report", [reason: 'abuse']).json.id
    }

    String reportProfile(Towns.Town town, TestPerson by) {
        by.api.post("/api/v1/profiles/$town.id/report", [reason: 'other', text: 'Not so.']).json.id
    }

    static Map decision(String kind, Map more = [:]) {
        [kind: kind, reason: kind == 'no-action' ? 'no-breach' : 'abuse', rule: 'R3', text: 'It insults its readers.'] + more
    }

    Api.Answer decide(Object report, String kind, Map more = [:], TestPerson by = moderator) {
        by.api.post("$ROOT/reports/$report/decision", decision(kind, more))
    }

    Api.Answer decideAbout(Towns.Town town, String kind, Map more = [:], TestPerson by = moderator) {
        by.api.post("$ROOT/authorities/$town.id/decisions", decision(kind, more))
    }

    Api.Answer lift(Object decision, TestPerson by = moderator) {
        by.api.post("$ROOT/decisions/$decision/lift", [text: 'It was settled.'])
    }

    /** As if the term of a decision were over, and the job had come round. */
    void termEnds(Object decision) {
        def key = UUID.fromString(decision.toString())
        people.sql("update moderation_decision set term_until = now() - interval '1 minute' where id = ?", [key])
        people.sql("""update organisation_restriction set since = now() - interval '2 days', until = now() - interval '1 minute'
            where decision_id = ?""", [key])
        terms.run()
    }

    String status(Towns.Town town) {
        people.rows('select status from authority_profile where id = ?', [town.id])[0].status
    }
}
