package io.github.auraauth.outgoing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** A server on a bare socket, which answers with any bytes, or not at all. */
public final class RawServer implements AutoCloseable {
    /** Answers one request; the connection stays open unless it closes it. */
    public interface Answer {
        void give(int number, Connection connection) throws IOException;
    }

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ServerSocket server;
    private final Answer answer;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    private RawServer(Answer answer) throws IOException {
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.answer = answer;
        daemon(this::accept);
    }

    public static RawServer answering(Answer answer) {
        try {
            return new RawServer(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that gives the same bytes each time. */
    public static RawServer saying(String reply) {
        return answering((number, connection) -> connection.write(reply));
    }

    public static String ok(String body) {
        return reply("200 OK", body);
    }

    public static String reply(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/a/b?code=canary");
    }

    public List<String> requests() {
        return requests;
    }

    /** Returns when so many have been received, and fails the test when that takes too long. */
    public void awaitRequests(int number) {
        await("requests", requests::size, number);
    }

    /** Returns when answers have ended so many connections: the next request finds none of them open. */
    void awaitEnds(int number) {
        await("ends", ends::get, number);
    }

    private static void await(String what, IntSupplier count, int number) {
        long began = System.nanoTime();
        while (count.getAsInt() < number) {
            if (System.nanoTime() - began > LONGEST.toNanos()) {
                throw new AssertionError("only " + count.getAsInt() + " of " + number + ' ' + what);
            }
            Thread.onSpinWait();
        }
    }

    public int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            }
        } catch (IOException over) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            String request = read(in);
            while (!request.isEmpty()) {
                requests.add(request);
                answer.give(requests.size(), new Connection(socket));
                request = read(in);
            }
        } catch (IOException gone) {
            // the client broke off
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        int at = head.indexOf("Content-Length: ");
        int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf("\r", at)));
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        hangUp();
    }

    /** Ends all connections and takes no more. */
    void hangUp() {
        closed.countDown();
        try {
            server.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an answer does with its connection. */
    public final class Connection {
        private final Socket socket;

        private Connection(Socket socket) {
            this.socket = socket;
        }

        public void write(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        public void end() throws IOException {
            socket.close();
            ends.incrementAndGet();
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Returns after that time, or as soon as the server is closed; whether it was closed. */
        public boolean rest(long millis) {
            try {
                return closed.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
    }
}
