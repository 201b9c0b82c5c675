package eu.bridgehall.support

/** Decisions of the secretariat about authorities, made by two moderators of their own. */
class DecisionMaker {
    static final String ROOT = '/api/v1/moderation'
    private final People people
    final TestPerson first
    final TestPerson second

    DecisionMaker(People people) {
        this.people = people
        this.first = people.moderator()
        this.second = people.moderator()
    }

    /** The first decides about an authority; the id of the decision. */
    String about(UUID authority, Map<String, Object> decision) {
        def made = first.api.post("$ROOT/authorities/$authority/decisions", [reason: 'other', rule: 'R7', text: 'It is so.'] + decision)
        assert made.status == 201
        made.json.id
    }

    /** The first proposes to suspend it; the id of the decision. */
    String propose(UUID authority) { about(authority, [kind: 'suspend']) }

    /** The second agrees. */
    Api.Answer confirm(Object decision) { second.api.post("$ROOT/decisions/$decision/confirm") }

    /** Both suspend it; the id of the decision. */
    String suspend(UUID authority) {
        def decision = propose(authority)
        assert confirm(decision).status == 200
        decision
    }

    void lift(Object decision) {
        assert first.api.post("$ROOT/decisions/$decision/lift", [text: 'It was settled.']).status == 200
    }
}
