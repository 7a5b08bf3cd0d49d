package io.github.auraauth.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection over which forms are posted, with as little work as possible: what is measured shares the processor
 * with whoever measures it.
 */
final class PlainConnection implements AutoCloseable {
    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final String LENGTH = "content-length:";
    private static final int HEX = 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;

    PlainConnection(URI address, String authorization) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        head = "POST " + address.getRawPath() + " HTTP/1.1\r\nHost: " + address.getRawAuthority()
                + "\r\nAuthorization: " + authorization
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ";
    }

    /** The body of the answer, which must be 200. */
    String post(String form) throws IOException {
        out.write((head + form.length() + "\r\n\r\n" + form).getBytes(StandardCharsets.US_ASCII));
        String status = line();
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            chunked |= lower.equals(CHUNKED);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
        }
        String body = chunked ? chunks() : text(length);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        return body;
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), HEX); size > 0; size = Integer.parseInt(line(), HEX)) {
            body.append(text(size));
            line();
        }
        line();
        return body.toString();
    }

    private String text(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server ended the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
