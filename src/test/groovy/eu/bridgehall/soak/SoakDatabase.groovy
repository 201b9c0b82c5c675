package eu.bridgehall.soak

import java.nio.file.Files
import java.nio.file.Path
import java.sql.Connection
import java.sql.DriverManager

/** The embedded PostgreSQL of a data folder, seen from outside the service: to look into, and to kill. */
class SoakDatabase {
    private static final int PID = 0
    private static final int PORT = 3
    private final Path pidFile

    SoakDatabase(Path data) {
        pidFile = data.resolve('postgres/postmaster.pid')
    }

    /** The server and all its processes, at once and without a warning. */
    void kill() {
        if (!Files.exists(pidFile)) {
            return
        }
        ProcessHandle.of(line(PID) as long).ifPresent { server ->
            def all = [server] + server.descendants().toList()
            all*.destroyForcibly()
            all*.onExit()*.join()
        }
    }

    List<Map<String, Object>> rows(String query) {
        connected { Connection c ->
            def rows = c.createStatement().executeQuery(query)
            def names = (1..rows.metaData.columnCount).collect { rows.metaData.getColumnLabel(it) }
            def found = []
            while (rows.next()) {
                found << names.collectEntries { [it, rows.getObject(it)] }
            }
            found
        }
    }

    int execute(String statement) {
        connected { Connection c -> c.createStatement().executeUpdate(statement) }
    }

    private <T> T connected(Closure<T> work) {
        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:${line(PORT)}/postgres", 'postgres', '').withCloseable(work)
    }

    private String line(int number) { Files.readAllLines(pidFile)[number].trim() }
}
