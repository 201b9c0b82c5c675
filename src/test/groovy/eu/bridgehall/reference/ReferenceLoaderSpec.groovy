package eu.bridgehall.reference

import eu.bridgehall.support.TestDatabase
import org.flywaydb.core.Flyway
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

import java.sql.Connection
import java.sql.DriverManager
import java.sql.SQLException
import java.util.function.Supplier
import java.util.stream.Stream

/** Reference data come with the program, are loaded once, and a newer program brings newer ones. */
class ReferenceLoaderSpec extends Specification {
    @Shared
    @AutoCleanup
    Connection loaded = connect(TestDatabase.newDatabase())

    private static Connection connect(String url) { DriverManager.getConnection(url, 'postgres', 'postgres') }

    private static List<Map> rows(Connection connection, String query) {
        try (def statement = connection.createStatement(); def rows = statement.executeQuery(query)) {
            def columns = (1..rows.metaData.columnCount).collect { rows.metaData.getColumnLabel(it) }
            def all = []
            while (rows.next()) {
                all << columns.collectEntries { [it, rows.getObject(it)] }
            }
            all
        }
    }

    private static void execute(Connection connection, String command) {
        try (def statement = connection.createStatement()) {
            statement.execute(command)
        }
    }

    private long count(String from) { rows(loaded, "select count(*) as n from $from")[0].n as long }

    void "everything of the files is in the tables"() {
        expect:
        count(what) == number

        where:
        what                                                                     || number
        'country'                                                                || 61
        "place where source in ('geonames-500', 'geonames-1000', 'kse')"         || 92_302
        'hromada'                                                                || 1_774
        'hromada where population_2022 is not null'                              || 1_469
        "hromada where oblast_code = 'UA01000000000013043'"                      || 303
        "hromada where oblast_code = 'UA01000000000013043' and population_2022 is not null" || 0
        "place where population_of = 'hromada' and population_year = 2022"       || 1_469
        'lau_unit'                                                               || 99_140
        "lau_unit l join place p on p.id = l.place_id and p.id < 950000000"      || 55_232
        'place_tie'                                                              || 5_398
        'place_membership'                                                       || 119
        'theme'                                                                  || 72
        'language'                                                               || 183
        "region where kind = 'OBLAST'"                                           || 27
        "region where kind = 'RAION'"                                            || 136
        'place where retired'                                                    || 0
        "place where name = ''"                                                  || 0
    }

    void "every place lies in a served region of its own land"() {
        expect:
        count('place p join region r on r.code = p.region_code where not r.served') == 0
        count('''place p join region r on r.code = p.region_code
                  join country c on c.code = p.country_code
                 where r.country_code <> coalesce(c.part_of, c.code) and r.country_code <> c.code''') == 0
    }

    void "loading again does nothing"() {
        given:
        def before = rows(loaded, 'select * from reference_version order by data_set')

        expect:
        ReferenceLoader.load(loaded) == 0
        rows(loaded, 'select * from reference_version order by data_set') == before
        loaded.autoCommit
    }

    private static DataSet themes(String version, List<List<String>> rows) {
        // the version is that of the files; other files stand for another version of the data
        new DataSet('theme', ['id'], ['id', 'ordinal', 'parent'], true, [version], { -> rows.stream() } as Supplier<Stream>)
    }

    void "a newer version changes, adds and retires, and what others point at stays"() {
        given:
        def fresh = connect(TestDatabase.emptyDatabase())
        Flyway.configure().dataSource(fresh.metaData.URL, 'postgres', 'postgres').locations('classpath:db/migration').load().migrate()
        execute(fresh, 'create table pointing (theme text references theme)')
        def first = themes('themes.tsv', [['field', '0', null], ['old', '1', 'field'], ['kept', '2', 'field']])
        def second = themes('traits.tsv', [['field', '0', null], ['kept', '2', null], ['added', '3', 'field']])

        when:
        ReferenceLoader.load(fresh, [first])
        execute(fresh, "insert into pointing values ('old'), ('kept')")
        def changed = ReferenceLoader.load(fresh, [second])

        then:
        changed == 1
        rows(fresh, 'select id, retired from theme order by id').collectEntries { [it.id, it.retired] } ==
                [added: false, field: false, kept: false, old: true]
        rows(fresh, "select parent from theme where id = 'kept'")[0].parent == null
        rows(fresh, 'select count(*) as n from pointing')[0].n == 2

        when: 'the row comes back'
        ReferenceLoader.load(fresh, [first])

        then:
        !rows(fresh, "select retired from theme where id = 'old'")[0].retired

        when: 'a new theme takes the number of one that was there, by which profiles are indexed'
        ReferenceLoader.load(fresh, [themes('networks.tsv', [['field', '0', null], ['thief', '1', 'field']])])

        then:
        thrown(SQLException)
        rows(fresh, "select id from theme where ordinal = 1")*.id == ['old']

        cleanup:
        fresh.close()
    }

    void "a data set that the database refuses leaves what was there"() {
        given:
        def before = rows(loaded, 'select * from theme order by id')
        def broken = themes('traits.tsv', [['field', '0', null], ['Not An Id', '1', 'nowhere']])

        when:
        ReferenceLoader.load(loaded, [broken])

        then:
        thrown(SQLException)
        rows(loaded, 'select * from theme order by id') == before
        ReferenceLoader.load(loaded) == 0
    }

    void "text with tabs, backslashes and line ends arrives as it is"() {
        given:
        def text = new CopyText()
        text.add(['a\tb\\c\nd\r', null])

        expect:
        new String(text.take(), 'UTF-8') == 'a\\tb\\\\c\\nd\\r\t\\N\n'
        CopyText.array(['say "x"', 'a\\b', 'c,d']) == '{"say \\"x\\"","a\\\\b","c,d"}'
    }
}
