package eu.bridgehall

import groovy.json.JsonSlurper
import picocli.CommandLine
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.GZIPInputStream

/** The command lines that measure and learn the matching, on twinnings that may be shipped. */
class EvaluateSpec extends Specification {
    private static final int KNOWN = 1500
    private static final int ASKED = 120

    @Shared
    @TempDir
    Path folder
    @Shared
    Path places
    @Shared
    Path known
    @Shared
    Path test

    void setupSpec() {
        def lines = getClass().getResourceAsStream('/reference/twinnings-wikidata.csv').readLines('UTF-8')
        def pairs = lines.tail()
        Collections.shuffle(pairs, new Random(1))
        known = file('known.csv', lines.head(), pairs.take(KNOWN))
        test = file('test.csv', lines.head(), pairs.drop(KNOWN).take(ASKED))
        // the places of the pairs and as many others
        def named = pairs.take(KNOWN + ASKED).collectMany { it.split(',')[0..1] } as Set
        def gazetteer = new GZIPInputStream(getClass().getResourceAsStream('/reference/places.tsv.gz')).readLines('UTF-8')
        def some = gazetteer.tail().findAll { named.contains(it.substring(0, it.indexOf('\t'))) }
        places = file('places.tsv', gazetteer.head(), some + gazetteer.tail().take(some.size()).findAll { !some.contains(it) })
    }

    void "real partners that it was not told of are found far oftener than by chance, and the same way each time"() {
        when:
        def first = run(new Evaluate(), '--places', places, '--known', known, '--test', test, '--json')
        def again = run(new Evaluate(), '--places', places, '--known', known, '--test', test, '--json')
        def told = new JsonSlurper().parseText(first.out)

        then:
        first.exit == 0
        first.out == again.out
        told.keySet() == ['all', 'ukrainian', 'withoutKnownPartner', 'withoutSharedPartners', 'baselines'] as Set
        told.all.keySet() == ['n', 'hits@10', 'hits@100', 'mrr', 'medianRank'] as Set
        told.baselines.keySet() == ['chance', 'size', 'distance', 'size+distance', 'size+distance+country'] as Set
        told.all.n > ASKED && told.all.n <= 2 * ASKED
        told.all.mrr > 5 * told.baselines.chance.mrr
        told.all.medianRank < told.baselines.chance.medianRank
        told.baselines.values()*.n as Set == [told.all.n] as Set
    }

    void "fewer pairs can be drawn, and looked for among all places, and people get a table with intervals"() {
        when:
        def drawn = run(new Evaluate(), '--places', places, '--known', known, '--test', test, '--sample', '5', '--seed', '3', '--pool', 'all')

        then:
        drawn.exit == 0
        drawn.out.readLines().find { it.startsWith('all') }.split()[1] == '10'
        drawn.out.contains('hits@10: ')
    }

    void "how attention is spread can be simulated"() {
        when:
        def first = run(new Simulate(), '--foreign', '100', '--seeds', '1', '--json')
        def told = new JsonSlurper().parseText(first.out)

        then:
        first.exit == 0
        told.authorities == 1469 + 100
        told.giniDown > 0
        told.withDiscount.gini < told.withoutDiscount.gini
        told.withDiscount.hromadasShown > 0.9
        told.scoreLost < 0.05
    }

    void "what the past shows is learned by a command, into a file that can be read"() {
        given:
        def out = folder.resolve('learned.tsv')

        when:
        def learned = run(new Learn(), '--places', places, '--known', known, '--out', out)

        then: 'near towns are likelier partners than far ones, and a shared partner speaks for a pair'
        learned.exit == 0
        def rows = Files.readAllLines(out).findAll { !it.startsWith('#') }*.split('\t')
        def curve = { name -> rows.findAll { it[0] == name }.collect { it[2] as double } }
        curve('distance').first() > curve('distance').last()
        curve('shared')[1] > 0
    }

    void "a file that is none is refused in a line"() {
        given:
        def broken = file('broken.csv', 'place_id_a,place_id_b', ['1,2'])

        expect:
        run(new Evaluate(), '--places', places, '--known', broken, '--test', test).with { exit == 1 && err.contains('Line 2') && err.contains('place 1') }
        run(new Evaluate(), '--places', places, '--known', file('c.csv', 'a,b', ['1,2']), '--test', test).with { exit == 1 && err.contains('place_id_a') }
        run(new Evaluate(), '--places', folder.resolve('none.tsv'), '--known', known, '--test', test).with { exit == 1 && err.contains('No such file') }
        run(new Evaluate(), "--places", places).exit == 2
        run(new Evaluate(), "--places", places, "--known", known, "--test", test, "--pool", "some").with { exit == 2 && err.contains("twinned or all") }
    }

    private Path file(String name, String header, List<String> lines) {
        Files.write(folder.resolve(name), [header] + lines)
    }

    private static Map run(Object command, Object... arguments) {
        def out = new StringWriter()
        def err = new StringWriter()
        def exit = new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments*.toString() as String[])
        [exit: exit, out: out.toString(), err: err.toString()]
    }
}
