package io.github.auraauth.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Puts a distance between a client and a server: what the client sends arrives later by a fixed time, without any bound on
 * how much is on its way. Needs nothing but the JDK.
 */
public final class DelayingProxy {
    private static final int BUFFER = 1 << 16;

    private DelayingProxy() {}

    /** Arguments: port to listen at, host and port of the server, delay in microseconds. */
    public static void main(String[] args) throws IOException {
        long delay = TimeUnit.MICROSECONDS.toNanos(Long.parseLong(args[3]));
        try (ServerSocket listening =
                new ServerSocket(Integer.parseInt(args[0]), 1024, InetAddress.getLoopbackAddress())) {
            System.out.println("listening");
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(args[1], Integer.parseInt(args[2]));
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                delay(client, server, delay);
                run(() -> copy(server, client));
            }
        }
    }

    private static void delay(Socket from, Socket to, long delay) {
        BlockingQueue<Chunk> onTheWay = new LinkedBlockingQueue<>();
        run(() -> {
            byte[] buffer = new byte[BUFFER];
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                onTheWay.add(new Chunk(ByteBuffer.wrap(buffer.clone(), 0, read), System.nanoTime() + delay));
            }
            onTheWay.add(new Chunk(ByteBuffer.allocate(0), System.nanoTime() + delay));
        });
        run(() -> {
            WritableByteChannel out = Channels.newChannel(to.getOutputStream());
            for (Chunk chunk = onTheWay.take(); chunk.bytes.hasRemaining(); chunk = onTheWay.take()) {
                long left = chunk.due - System.nanoTime();
                if (left > 0) {
                    TimeUnit.NANOSECONDS.sleep(left);
                }
                out.write(chunk.bytes);
            }
            to.close();
        });
    }

    private static void copy(Socket from, Socket to) throws IOException {
        from.getInputStream().transferTo(to.getOutputStream());
        to.close();
    }

    private static void run(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException | UncheckedIOException e) {
                // one of the two has closed its connection
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private record Chunk(ByteBuffer bytes, long due) {}

    private interface Task {
        void run() throws IOException, InterruptedException;
    }
}
