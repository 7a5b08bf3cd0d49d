package io.github.auraauth.app.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection of a client that sends what it likes and reads as slowly as it likes. */
final class RawConnection implements AutoCloseable {
    private static final int RECEIVE_BUFFER = 16 * 1024;
    private static final int STATUS_LINE = "HTTP/1.1 200".length();

    private final Socket socket = new Socket();
    private long sent;
    private boolean counted;
    private int status;

    RawConnection(int port) {
        try {
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawConnection send(String text) {
        try {
            status = 0;
            sent = System.nanoTime();
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the answer has come since it was last asked for. */
    boolean isAnswered() {
        try {
            if (counted || socket.getInputStream().available() < STATUS_LINE) {
                return false;
            }
            counted = true;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long ago the request was sent. */
    long took() {
        return System.nanoTime() - sent;
    }

    /** The status of the answer, which is waited for. */
    int status() {
        if (status == 0) {
            try {
                String line = new String(socket.getInputStream().readNBytes(STATUS_LINE), StandardCharsets.ISO_8859_1);
                status = Integer.parseInt(line.substring(line.length() - 3));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return status;
    }

    /** Takes a part of what has come, and waits for nothing. */
    void readALittle() {
        try {
            int there = Math.min(RECEIVE_BUFFER, socket.getInputStream().available());
            socket.getInputStream().skipNBytes(there);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
