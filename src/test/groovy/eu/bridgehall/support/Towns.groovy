package eu.bridgehall.support

import eu.bridgehall.kernel.MemberRole
import spock.util.concurrent.PollingConditions

/** Confirmed authorities with their people, for specs of what authorities do with each other. */
class Towns {
    final People people

    Towns(People people) {
        this.people = people
    }

    /** A confirmed authority with an owner, an editor and a viewer, who read their mail in a language. */
    Town confirmed(String country = 'FR', String name = 'Testville', String language = 'en') {
        def id = new ProfileMaker(people).confirmed(country, [officialName: name]).id
        def member = { MemberRole role, String title ->
            people.member(id, role, [name: "$title of $name".toString(), language: language])
        }
        new Town(people, id, name, member(MemberRole.OWNER, 'Owner'), member(MemberRole.EDITOR, 'Editor'),
                member(MemberRole.VIEWER, 'Viewer'))
    }

    /** The id of the conversation that an introduction, asked for and accepted, has opened. */
    static String conversation(Town from, Town to) {
        def introduction = from.ask(to).json.id
        to.editor.api.post("/api/v1/introductions/$introduction/accept")
        conversationOf(introduction, from)
    }

    /** The id of a conversation that the first has begun with the others, which are in touch with it alone. */
    static String conversation(Town from, Town to, Town other) {
        [to, other].each { conversation(from, it) }
        def begun = from.editor.api.post('/api/v1/conversations', [to: [to.id, other.id], subject: 'A network', text: 'Good morning!'])
        assert begun.status == 201
        begun.json.id
    }

    /** Makes an introduction that was sent so many days older. */
    void pass(Object introduction, int days) {
        people.sql("""update introduction set sent_at = sent_at - make_interval(days => ?),
            answer_until = answer_until - make_interval(days => ?) where id = ?""", [days, days, UUID.fromString(introduction.toString())])
    }

    /** The id of the conversation of an accepted introduction, as soon as it is open. */
    static String conversationOf(Object introduction, Town town) {
        String found = null
        new PollingConditions(timeout: 20).eventually {
            found = town.viewer.api.get("/api/v1/introductions/$introduction").json.conversationId
            assert found != null
        }
        found
    }

    static class Town {
        private final People people
        final UUID id
        final String name
        final TestPerson owner
        final TestPerson editor
        final TestPerson viewer

        Town(People people, UUID id, String name, TestPerson owner, TestPerson editor, TestPerson viewer) {
            this.people = people
            this.id = id
            this.name = name
            this.owner = owner
            this.editor = editor
            this.viewer = viewer
        }

        /** Puts its profile into another status, without the steps that lead there. */
        void status(String status) {
            people.sql('update authority_profile set status = ?, suspended_from = ? where id = ?',
                    [status, status == 'SUSPENDED' ? 'CONFIRMED' : null, id])
        }

        /** Says how many more partners it takes. */
        void capacity(int partners) {
            people.sql('update authority_profile set capacity = ? where id = ?', [partners, id])
        }

        /** Asks, as its editor, to be put in touch. */
        Api.Answer ask(Town other, String text = 'We would like to learn how you run your buses.') {
            editor.api.post("/api/v1/authorities/$id/introductions", [to: other.id, text: text])
        }
    }
}
