package eu.bridgehall.roles

/**
 * The table of who may call what, <code>roles/endpoints.tsv</code>: a line for each address, a column
 * for each role. What the words in it mean is told at its head.
 */
class RoleTable {
    static final List<String> ROLES = ['visitor', 'viewer', 'editor', 'owner', 'other', 'association', 'foreign',
                                       'moderator', 'admin', 'suspended']
    private static final String FILE = '/roles/endpoints.tsv'
    private static final List<String> HEAD = ['method', 'address', 'with'] + ROLES

    final List<Row> rows

    RoleTable() {
        def lines = RoleTable.getResource(FILE).readLines('UTF-8').findAll { it && !it.startsWith('#') }*.split('\t', -1)*.toList()
        assert lines[0] == HEAD
        rows = lines.tail().collect {
            assert it.size() == HEAD.size(): "Not as many columns as the head has: $it"
            new Row(it[0], it[1], it[2], it.drop(3))
        }
    }

    /** What is sent to an address, and what each role gets. */
    static class Row {
        final String method
        final String address
        final String given
        final List<String> outcomes

        Row(String method, String address, String given, List<String> outcomes) {
            this.method = method
            this.address = address
            this.given = given
            this.outcomes = outcomes
        }

        /** Method and address, as the router knows it. */
        String getRoute() { "$method $address" }

        boolean isReading() { method == 'GET' }

        /** What the second column says, by the name before its first equals sign. */
        Map<String, String> getParts() {
            given.tokenize(' ').collectEntries { it.split('=', 2).toList() }
        }

        /** The same line with what was observed, to be put into the file. */
        Row observing(List<String> observed) { new Row(method, address, given, observed) }

        @Override
        String toString() { ([method, address, given] + outcomes).join('\t') }
    }
}
