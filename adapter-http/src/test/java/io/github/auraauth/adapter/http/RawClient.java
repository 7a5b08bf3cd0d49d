package io.github.auraauth.adapter.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** One connection that sends exactly the given bytes, as no decent client would. */
final class RawClient implements AutoCloseable {
    private final Socket socket;

    RawClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the text as ISO-8859-1, so that each character is one byte. */
    RawClient send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawClient shutdownOutput() {
        try {
            socket.shutdownOutput();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer on the connection; its body by Content-Length. */
    Reply reply() {
        return reply(true);
    }

    /** The next answer to a HEAD request, which has no body whatever its length says. */
    Reply headReply() {
        return reply(false);
    }

    private Reply reply(boolean withBody) {
        String[] lines = head().split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        }
        int length = withBody ? Integer.parseInt(headers.getOrDefault("Content-Length", "0")) : 0;
        try {
            String body = new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
            return new Reply(Integer.parseInt(lines[0].split(" ", -1)[1]), headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getPort();
    }

    /** Whether something has come that was not read. */
    boolean hasAnswer() {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the same again and again until it is enough or the connection has ended. */
    void sendWhile(String text, BooleanSupplier goesOn) {
        try {
            while (goesOn.getAsBoolean()) {
                send(text);
            }
        } catch (UncheckedIOException ended) {
            return;
        }
    }

    /** Reads and forgets until it is enough or the connection has ended. */
    void skipWhile(BooleanSupplier goesOn) {
        byte[] part = new byte[64 * 1024];
        try {
            while (goesOn.getAsBoolean() && socket.getInputStream().read(part) >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException ended) {
            return;
        }
    }

    /** Whether the server has ended the connection, whatever it sent before that was not read. */
    boolean isEnded() {
        try {
            socket.getOutputStream().write('\n');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether nothing comes from the server for a while. */
    boolean isSilent() {
        try {
            socket.setSoTimeout(300);
            return socket.getInputStream().read() == Integer.MAX_VALUE;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            patient();
        }
    }

    private void patient() {
        try {
            socket.setSoTimeout(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server ends the connection without another byte. */
    boolean isClosed() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private String head() {
        try {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            InputStream input = socket.getInputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = input.read();
                if (next < 0) {
                    throw new IllegalStateException("the connection ended within a head: " + head);
                }
                head.write(next);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            return text.substring(0, text.length() - 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves without a word, as who crashed or does not want to hear what comes. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param headers by name, in any case */
    record Reply(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }
}
