package eu.bridgehall.notifications

import java.util.concurrent.CopyOnWriteArrayList

/**
 * A mail server that behaves as it is told, of every mail by its recipient: what stands before the
 * dot in {@code takes.anna@town.example}. It keeps what it has taken, with or without an answer.
 */
class ScriptedMailServer implements Closeable {
    /** The Message-IDs of the mails that were taken, by recipient. */
    final List<Map<String, String>> taken = new CopyOnWriteArrayList<>()
    /** What is answered to a mail of this behaviour from now on, in place of its name. */
    final Map<String, String> instead = [:].asSynchronized()
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName('127.0.0.1'))

    ScriptedMailServer() {
        Thread.startVirtualThread {
            while (!socket.closed) {
                try {
                    def client = socket.accept()
                    Thread.startVirtualThread { client.withCloseable { serve(it) } }
                } catch (SocketException ignored) {
                    return // closed: the spec is over
                }
            }
        }
    }

    int getPort() { socket.localPort }

    List<String> takenFor(String recipient) { taken.findAll { it.to == recipient }*.id }

    private void serve(Socket client) {
        def out = client.outputStream
        def lines = client.inputStream.newReader('UTF-8')
        def answer = { String line -> out.write("$line\r\n".bytes); out.flush() }
        answer('220 ready')
        String to = null
        String behaviour = null
        String line
        while ((line = read(lines)) != null) {
            switch (line.take(4).toUpperCase()) {
                case 'RCPT':
                    to = (line =~ /<([^>]*)>/)[0][1]
                    behaviour = instead.getOrDefault(to.tokenize('.')[0], to.tokenize('.')[0])
                    answer(behaviour == 'unknown' ? "550 5.1.1 <$to> no such user"
                            : behaviour == 'full' ? '452 4.2.2 mailbox full, later perhaps'
                            : behaviour == 'relay' ? '554 5.7.1 Relay access denied'
                            : behaviour == 'order' ? '503 5.5.1 bad sequence of commands'
                            : behaviour == 'stranger' ? '530 5.5.1 authentication required' : '250 ok')
                    break
                case 'DATA':
                    answer('354 go on')
                    def id = content(lines)
                    if (behaviour == 'refused') {
                        answer('554 5.6.0 not this one')
                        break
                    }
                    if (behaviour == 'listed') {
                        answer('554 5.7.1 your network is on a list')
                        break
                    }
                    if (behaviour == 'later') {
                        answer('451 4.3.0 not now')
                        break
                    }
                    taken << [to: to, id: id]
                    if (behaviour == 'dies') return
                    if (behaviour == 'hangs') {
                        read(lines) // until the client goes
                        return
                    }
                    answer('250 taken')
                    if (behaviour == 'leaves') return
                    break
                case 'QUIT':
                    answer('221 bye')
                    return
                default:
                    answer('250 ok')
            }
        }
    }

    /** Reads a mail up to its dot; gives its Message-ID. */
    private static String content(Reader lines) {
        String id = null
        String line
        while ((line = read(lines)) != null && line != '.') {
            id = id ?: (line =~ /(?i)^Message-ID: (.*)$/).with { it.find() ? it.group(1) : null }
        }
        id
    }

    private static String read(Reader lines) {
        try {
            lines.readLine()
        } catch (IOException ignored) {
            null // the client has gone
        }
    }

    @Override
    void close() { socket.close() }
}
