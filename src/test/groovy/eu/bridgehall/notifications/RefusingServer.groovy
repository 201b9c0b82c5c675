package eu.bridgehall.notifications

/** A mail server that knows nobody. */
class RefusingServer implements Closeable {
    private final ServerSocket socket

    RefusingServer(int port) {
        socket = new ServerSocket(port, 50, InetAddress.getByName('127.0.0.1'))
        Thread.startVirtualThread {
            while (!socket.closed) {
                try {
                    serve(socket.accept())
                } catch (SocketException ignored) {
                    return // closed: the spec is over
                }
            }
        }
    }

    private static void serve(Socket client) {
        client.withCloseable {
            def out = client.outputStream
            def answer = { String line -> out.write("$line\r\n".bytes); out.flush() }
            answer('220 ready')
            client.inputStream.newReader('US-ASCII').eachLine { line ->
                switch (line.take(4).toUpperCase()) {
                    case 'RCPT': answer('550 5.1.1 no such user'); break
                    case 'QUIT': answer('221 bye'); break
                    default: answer('250 ok')
                }
            }
        }
    }

    int getPort() { socket.localPort }

    @Override
    void close() { socket.close() }
}
