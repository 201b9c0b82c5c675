package eu.bridgehall.soak

import jakarta.mail.Session
import jakarta.mail.internet.MimeMessage

import java.util.concurrent.ConcurrentLinkedQueue

/** A mail server that takes everything and remembers what it took. */
class MailTaker implements Closeable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName('127.0.0.1'))
    private final Queue<String> taken = new ConcurrentLinkedQueue<>()

    MailTaker() {
        Thread.startVirtualThread {
            while (!socket.closed) {
                try {
                    def client = socket.accept()
                    Thread.startVirtualThread { serve(client) }
                } catch (SocketException ignored) {
                    return // closed: it is over
                }
            }
        }
    }

    int getPort() { socket.localPort }

    /** How often each Message-ID was taken. */
    Map<String, Integer> getTimes() { taken.toList().countBy { it } }

    @Override
    void close() { socket.close() }

    private void serve(Socket client) {
        try {
            client.withCloseable { talk(it) }
        } catch (IOException ignored) {
            // the sender was killed: what it had not ended was not taken
        }
    }

    private void talk(Socket client) {
        def lines = client.inputStream.newReader('ISO-8859-1')
        def answer = { String line -> client.outputStream.write("$line\r\n".bytes); client.outputStream.flush() }
        answer('220 ready')
        for (def line = lines.readLine(); line != null; line = lines.readLine()) {
            switch (line.take(4).toUpperCase()) {
                case 'DATA':
                    answer('354 go on')
                    take(lines)
                    answer('250 taken')
                    break
                case 'QUIT':
                    answer('221 bye')
                    return
                default: answer('250 ok')
            }
        }
    }

    private void take(BufferedReader lines) {
        def text = new StringBuilder()
        for (def line = lines.readLine(); line != '.'; line = lines.readLine()) {
            if (line == null) {
                throw new EOFException()
            }
            text.append(line).append('\r\n')
        }
        taken << new MimeMessage(null as Session, new ByteArrayInputStream(text.toString().getBytes('ISO-8859-1'))).messageID
    }
}
