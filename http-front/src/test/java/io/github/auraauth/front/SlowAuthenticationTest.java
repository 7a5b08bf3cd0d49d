package io.github.auraauth.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.ServerConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies of callers who have been kept waiting, over sockets: what we took does not count as their idleness. */
class SlowAuthenticationTest {
    private static final String BODY = "{\"public\":true}";
    private static final String HEAD = "PUT /toy/v1/playlists/evening HTTP/1.1\r\nHost: a\r\nX-Slow: yes\r\n"
            + "Authorization: Token ada change_playlist\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + "Content-Length: " + BODY.length() + "\r\n";
    private static final String EXPECT = "Expect: 100-continue\r\n";
    private static final Duration DEADLINE = Duration.ofMillis(2_500);

    /** Only its first connection may be idle for more than a second. */
    private final ApiServer server = PlaylistApiTest.start(
            new PlaylistApi().api(), new ServerConfig.Listening("127.0.0.1", 0, Duration.ofMinutes(1), 1));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void body_thatIsSentWhenAskedFor_isRead() {
        try (Caller caller = new Caller()) {
            caller.send(HEAD + EXPECT + "\r\n");
            assertThat(caller.line()).startsWith("HTTP/1.1 100");
            assertThat(caller.line()).isEmpty();
            caller.send(BODY);

            assertThat(caller.line()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void body_thatComesLater_isRead() {
        try (Caller caller = new Caller()) {
            caller.send(HEAD + "\r\n");
            LockSupport.parkNanos(PlaylistApi.SLOW.plusMillis(400).toNanos());
            caller.send(BODY);

            assertThat(caller.line()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void body_onAConnectionBeyondTheBound_isReadToo() {
        try (Caller first = new Caller().served();
                Caller beyond = new Caller()) {
            beyond.send(HEAD + "\r\n");
            LockSupport.parkNanos(PlaylistApi.SLOW.plusMillis(400).toNanos());
            beyond.send(BODY);

            assertThat(beyond.line()).startsWith("HTTP/1.1 200");
            assertThat(first.isOpen()).isTrue();
        }
    }

    @Test
    void body_thatNeverComes_endsWithTheDeadline() {
        for (String expect : new String[] {"", EXPECT}) {
            long began = System.nanoTime();
            try (Caller caller = new Caller()) {
                caller.send(HEAD + expect + "\r\n");
                String line = caller.line();
                if (!expect.isEmpty()) {
                    assertThat(line).startsWith("HTTP/1.1 100");
                    assertThat(caller.line()).isEmpty();
                    line = caller.line();
                }

                assertThat(line).startsWith("HTTP/1.1 400");
                assertThat(Duration.ofNanos(System.nanoTime() - began))
                        .isBetween(DEADLINE.minusMillis(100), DEADLINE.plusMillis(1_000));
            }
        }
    }

    private final class Caller implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader answers;

        Caller() {
            try {
                socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                socket.setSoTimeout(10_000);
                answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void send(String text) {
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The same once it is counted: until then one that comes later may count as earlier. */
        Caller served() {
            send("HEAD /nothing HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(line()).startsWith("HTTP/1.1 4");
            for (String line = line(); !line.isEmpty(); line = line()) {
                assertThat(line).isNotEqualTo("ended");
            }
            return this;
        }

        /** The next line, or a word of ours where the server has ended the connection. */
        String line() {
            try {
                String line = answers.readLine();
                return line == null ? "ended" : line;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isOpen() {
            try {
                socket.setSoTimeout(200);
                return socket.getInputStream().read() == Integer.MAX_VALUE;
            } catch (SocketTimeoutException e) {
                return true;
            } catch (IOException e) {
                return false;
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
}
