package io.github.auraauth.adapter.redis;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection to a Redis server that speaks its protocol (RESP 2) and nothing more: what a test looks at with it does not
 * depend on the client under test. Commands are UTF-8, replies Latin-1, so that every byte of these is one character.
 */
final class RespClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 5_000;

    private final Socket socket;
    private final InputStream input;

    /** @throws IOException when nothing listens there */
    RespClient(int port) throws IOException {
        socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            input = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The reply to a command: a text a line; nothing for nil; an error's own words. */
    String call(List<String> command) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        write(request, "*" + command.size());
        for (String word : command) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            write(request, "$" + bytes.length);
            request.writeBytes(bytes);
            write(request, "");
        }
        socket.getOutputStream().write(request.toByteArray());
        return String.join("\n", reply());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static void write(ByteArrayOutputStream to, String text) {
        to.writeBytes((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> reply() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', '-', ':' -> List.of(rest);
            case '$' -> List.of(text(Integer.parseInt(rest)));
            case '*' -> all(Integer.parseInt(rest));
            default -> throw new IOException("no reply of Redis");
        };
    }

    private List<String> all(int count) throws IOException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.addAll(reply());
        }
        return all;
    }

    private String text(int length) throws IOException {
        if (length < 0) {
            return "";
        }
        byte[] bytes = input.readNBytes(length);
        line();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("the server has closed the connection");
            }
            line.append((char) next);
        }
        if (line.isEmpty()) {
            throw new IOException("an empty line");
        }
        line.setLength(line.length() - 1);
        return line.toString();
    }
}
