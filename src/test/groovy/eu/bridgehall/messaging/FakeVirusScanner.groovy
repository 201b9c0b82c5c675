package eu.bridgehall.messaging

import java.util.concurrent.CopyOnWriteArrayList

/** A clamd that finds a virus in what says so, and behaves otherwise as the file tells it. */
class FakeVirusScanner implements Closeable {
    /** What it was shown, whole. */
    final List<String> shown = new CopyOnWriteArrayList<>()
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName('127.0.0.1'))

    FakeVirusScanner() {
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

    private void serve(Socket client) {
        def input = new DataInputStream(client.inputStream)
        def command = new byte[10]
        input.readFully(command)
        assert new String(command) == 'zINSTREAM\0'
        def content = new ByteArrayOutputStream()
        for (int length = input.readInt(); length > 0; length = input.readInt()) {
            def piece = new byte[length]
            input.readFully(piece)
            content << piece
        }
        def text = content.toString('ISO-8859-1')
        shown << text
        def answer = text.contains('virus') ? 'stream: Eicar-Test-Signature FOUND\0'
                : text.contains('large') ? 'INSTREAM size limit exceeded. ERROR\0'
                : text.contains('silent') ? ''
                : text.contains('endless') ? 'x' * 5_000
                : text.contains('slow') ? null : 'stream: OK\0'
        if (answer == null) {
            input.read() // until the other side has had enough
        } else {
            client.outputStream.write(answer.bytes)
            client.outputStream.flush()
        }
    }

    @Override
    void close() { socket.close() }
}
