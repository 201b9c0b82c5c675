package eu.bridgehall.support

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** The service as its own process, started as a user would start it, so that it can be killed. */
class ServiceProcess implements AutoCloseable {
    /** The index of places that all tests share; the first that needs it makes it. */
    static final Map<String, String> PLACES = [
            BRIDGEHALL_SEARCH_PLACE_INDEX_FOLDER: Path.of('target/test-data/place-index').toAbsolutePath().toString()]

    final Path data
    final Map<String, String> environment
    private final String without
    private final Path log
    private Process process
    private int port

    /** @param without a part of the names of libraries that this package does not have; null for none */
    ServiceProcess(Path data, Map<String, String> environment = [:], String without = null) {
        this.data = data
        this.environment = environment
        this.without = without
        this.log = Files.createTempFile('service', '.log')
    }

    /** Starts the process; {@link #awaitUp} waits until it serves. */
    ServiceProcess launch(String... arguments) {
        port = freePort()
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def command = [java, '--enable-native-access=ALL-UNNAMED', '-XX:TieredStopAtLevel=1', '-cp', productClassPath(), 'eu.bridgehall.Application', *arguments]
        def builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        builder.environment().keySet().removeIf { it.startsWith('MICRONAUT_') || it.startsWith('BRIDGEHALL_') }
        builder.environment().putAll([BRIDGEHALL_DATA: data.toString(), MICRONAUT_SERVER_PORT: "$port".toString()])
        builder.environment().putAll(environment)
        process = builder.start()
        process.outputStream.close() // nobody types
        this
    }

    ServiceProcess start() {
        launch()
        awaitUp()
        this
    }

    void awaitUp() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(240)
        while (!isUp()) {
            if (!process.alive || System.nanoTime() > deadline) {
                throw new IllegalStateException("The service did not come up:\n${output()}")
            }
            process.waitFor(100, TimeUnit.MILLISECONDS)
        }
    }

    private boolean isUp() {
        try {
            return api().get('/health').status == 200
        } catch (IOException ignored) {
            return false // it does not listen yet
        }
    }

    Api api() { new Api(URI.create("http://127.0.0.1:$port"), null) }

    /** What it has printed so far. */
    String output() { Files.readString(log) }

    /** As kill -9: nothing of the service gets to run. */
    void kill() {
        process.destroyForcibly()
        process.waitFor()
    }

    /** As SIGTERM or Ctrl-C; the exit code. */
    int stop() {
        process.destroy()
        awaitExit()
    }

    int awaitExit() {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The service does not end:\n${output()}")
        }
        process.exitValue()
    }

    @Override
    void close() {
        if (process?.alive) {
            kill()
        }
    }

    /** The product's own classes and libraries, without those of the tests. */
    private String productClassPath() {
        def path = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        path.split(File.pathSeparator).findAll { !it.endsWith('test-classes') }
                .findAll { without == null || !Path.of(it).fileName.toString().contains(without) }.join(File.pathSeparator)
    }

    private static int freePort() {
        new ServerSocket(0).withCloseable { it.localPort }
    }
}
