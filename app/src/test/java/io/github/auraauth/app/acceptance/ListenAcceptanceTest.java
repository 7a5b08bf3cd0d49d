package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where both APIs listen, and how long they keep a connection on which nothing happens. */
class ListenAcceptanceTest {
    @TempDir
    Path folder;

    @Test
    void listen_inDevelopment_isOnLoopbackOnly_andALineSaysSo() throws IOException {
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded())) {
            for (int port : List.of(server.port(), server.termsPort())) {
                assertThat(listens("127.0.0.1", port)).isTrue();
                assertThat(listens("127.0.0.2", port)).isFalse();
                for (InetAddress other : otherAddresses()) {
                    assertThat(listens(other.getHostAddress(), port)).isFalse();
                }
            }
            assertThat(server.output()).anyMatch(line -> line.contains("AURA_LISTEN_ADDRESS=0.0.0.0 opens both APIs"));
        }
    }

    @Test
    void listen_addressSet_isThere() throws IOException {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_LISTEN_ADDRESS", "0.0.0.0");
        environment.put("AURA_HTTP_IDLE_TIMEOUT", "10000");
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            assertThat(listens("127.0.0.2", server.port())).isTrue();
            assertThat(listens("127.0.0.2", server.termsPort())).isTrue();
            try (Socket one = new Socket("127.0.0.1", server.port());
                    Socket other = new Socket("127.0.0.1", server.termsPort())) {
                assertThat(endsWithin(Duration.ofSeconds(8), one)).isFalse();
                assertThat(endsWithin(Duration.ofMillis(1), other)).isFalse();
                assertThat(endsWithin(Duration.ofSeconds(8), one)).isTrue();
                assertThat(endsWithin(Duration.ofSeconds(8), other)).isTrue();
            }
            assertThat(server.output()).noneMatch(line -> line.contains("opens both APIs"));
        }
    }

    /** Deep, since not every machine has an IPv6 loopback. */
    @Test
    @Tag("deep")
    void listen_addressOfVersion6_isThereOnly() {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_LISTEN_ADDRESS", "::1");
        try (ServerProcess server = ServerProcess.launch(folder, environment)) {
            Eventually.holds("both listen", () -> listens("::1", server.port()) && listens("::1", server.termsPort()));
            assertThat(listens("127.0.0.1", server.port())).isFalse();
            assertThat(listens("127.0.0.1", server.termsPort())).isFalse();
        }
    }

    private static boolean endsWithin(Duration time, Socket socket) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static Collection<InetAddress> otherAddresses() throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    private static boolean listens(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
