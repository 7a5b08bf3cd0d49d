package io.github.auraauth.app.acceptance;

import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server that is not ours, in a process of its own, until it is closed. */
final class ForeignServer implements AutoCloseable {
    private static final long SECONDS = 60;

    private final Process process;
    private final Path output;

    private ForeignServer(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it and waits until it listens on that port of the loopback interface. */
    static ForeignServer start(Path folder, Map<String, String> environment, List<String> command, int port) {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        try {
            ForeignServer server = new ForeignServer(builder.start(), output);
            server.await(port);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it still runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    private void await(int port) {
        long start = System.nanoTime();
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(SECONDS)) {
                close();
                throw new AssertionError("it does not listen:\n" + output());
            }
            pause();
        }
    }

    private String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        Eventually.holds("the end of what was started", () -> !process.isAlive());
    }
}
