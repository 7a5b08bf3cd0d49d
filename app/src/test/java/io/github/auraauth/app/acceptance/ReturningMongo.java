package io.github.auraauth.app.acceptance;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.redis.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A database that goes away and comes back at the same address with what it held: a relay stands before it. */
final class ReturningMongo implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final int port;
    private volatile ServerSocket listener;
    private volatile boolean frozen;

    ReturningMongo() {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        port = FreePorts.next();
        listener = listen(port);
        relay(listener);
    }

    /** Where it goes away. */
    String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    /** Where it is always there, for a test that looks in. */
    String directUri() {
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    }

    void goAway() {
        closeQuietly(listener);
        for (Socket each = connections.poll(); each != null; each = connections.poll()) {
            closeQuietly(each);
        }
    }

    /** Takes connections and requests from now on, and never answers. */
    void freeze() {
        frozen = true;
    }

    void comeBack() {
        listener = listen(port);
        relay(listener);
    }

    @Override
    public void close() {
        goAway();
        server.shutdownNow();
    }

    private void relay(ServerSocket accepting) {
        daemon(() -> {
            while (!accepting.isClosed()) {
                Socket caller = accepting.accept();
                Socket callee = new Socket(
                        InetAddress.getLoopbackAddress(),
                        server.getLocalAddress().getPort());
                connections.add(caller);
                connections.add(callee);
                if (accepting.isClosed()) {
                    // it went away meanwhile, and has not seen these two
                    closeQuietly(caller);
                    closeQuietly(callee);
                }
                daemon(() -> caller.getInputStream().transferTo(callee.getOutputStream()));
                daemon(() -> answer(callee, caller));
            }
        });
    }

    private void answer(Socket callee, Socket caller) throws IOException {
        byte[] part = new byte[8 * 1024];
        for (int count = callee.getInputStream().read(part); count >= 0 && !frozen; ) {
            caller.getOutputStream().write(part, 0, count);
            count = callee.getInputStream().read(part);
        }
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Traffic traffic) {
        Thread thread = new Thread(
                () -> {
                    try {
                        traffic.run();
                    } catch (IOException ended) {
                        Thread.currentThread().interrupt();
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private interface Traffic {
        void run() throws IOException;
    }
}
