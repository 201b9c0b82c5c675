package eu.bridgehall.hardening

import java.nio.charset.StandardCharsets

/** A connection on which anything can be sent, as no client would. */
class RawConnection implements Closeable {
    private final Socket socket

    RawConnection(URI base, int patienceMillis = 20_000) {
        socket = new Socket(base.host, base.port)
        socket.soTimeout = patienceMillis
    }

    RawConnection send(String text) {
        send(text.getBytes(StandardCharsets.ISO_8859_1))
    }

    RawConnection send(byte[] bytes) {
        try {
            socket.outputStream.write(bytes)
            socket.outputStream.flush()
        } catch (SocketException closed) {
            // it has refused what came before and listens no more; what it said can be read
        }
        this
    }

    /** The status of the answer; 0 where the connection was closed without one. */
    int status() {
        def line = line()
        line?.startsWith('HTTP/1.') ? line.tokenize(' ')[1] as int : 0
    }

    /** All that comes until the other side closes. */
    String all() {
        try {
            new String(socket.inputStream.readAllBytes(), StandardCharsets.ISO_8859_1)
        } catch (SocketException reset) {
            ''
        }
    }

    /** Whether the other side closes within the patience, whatever it says before. */
    boolean isClosedByServer() {
        try {
            all()
            true
        } catch (SocketTimeoutException open) {
            false
        }
    }

    private String line() {
        def line = new StringBuilder()
        try {
            int c
            while ((c = socket.inputStream.read()) >= 0 && c != '\n' as char) {
                line << (c as char)
            }
        } catch (SocketException reset) {
            return null
        }
        line.empty ? null : line.toString().trim()
    }

    @Override
    void close() { socket.close() }
}
