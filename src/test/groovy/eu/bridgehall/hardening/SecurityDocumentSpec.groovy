package eu.bridgehall.hardening

import spock.lang.Shared
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path

/** docs/security.md names what there is. */
class SecurityDocumentSpec extends Specification {
    private static final int POINTS = 253

    @Shared List<String> lines = Files.readAllLines(Path.of('docs/security.md'))
    @Shared List<List<String>> points = lines.findAll { it =~ /^\| V\d+/ }.collect { it.tokenize('|')*.trim() }

    void "every point of levels 1 and 2 stands there once, with whether it is met"() {
        expect:
        points.every { it.size() == 4 && it[2] in ['yes', 'partly', 'no', 'operator', '–'] && it[3] }
        points*.first().unique(false).size() == points.size()
        points.sum { count(it[0]) } == POINTS
    }

    void "the sum above the tables is right"() {
        given:
        def met = points.groupBy { it[2] }.collectEntries { met, of -> [met, of.sum { count(it[0]) }] }

        expect:
        lines.any { it.contains("In all $POINTS points: ${met.yes} met, ${met.partly} in part, ${met.no} not, ${met.operator} by the operator, ${met.'–'} about") }
    }

    void "the specs that are named are there"() {
        given:
        def named = lines.join('\n').findAll(/\b[A-Z]\w+(?:Spec|Test)\b/).unique()
        def there = Files.walk(Path.of('src/test')).withCloseable { all -> all.map { it.fileName.toString().takeBefore('.') }.toList() } as Set

        expect:
        named.size() > 40
        named.findAll { !(it in there) } == []
    }

    void "the classes that are named in code are there"() {
        given: 'names that begin with a capital and are no values of the database or the environment'
        def named = lines.findAll { it.startsWith('| V') }.join('\n').findAll(/`([A-Z][a-z]\w+)[.`]/) { all, name -> name }.unique()
        def there = Files.walk(Path.of('src/main/java')).withCloseable { all -> all.map { it.fileName.toString().takeBefore('.') }.toList() } as Set

        expect:
        named.size() > 20
        named.findAll { !(it in there) && !(it in ['Secure', 'HttpOnly', 'SameSite', 'Domain', 'Referrer', 'Cache', 'Clear', 'SecureRandom', 'Pattern']) } == []
    }

    /** A line may stand for all points of a chapter. */
    private static int count(String point) { (point.find(/all (\d+) points/) { all, n -> n } ?: '1') as int }
}
