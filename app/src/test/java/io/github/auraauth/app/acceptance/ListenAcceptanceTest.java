package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

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
            for (int port : List.of(server.port(), server.termsPort())) {
                assertThat(listens("127.0.0.2", port)).isTrue();
                try (Socket idle = new Socket("127.0.0.1", port)) {
                    idle.setSoTimeout((int) Duration.ofSeconds(8).toMillis());
                    assertThat(ends(idle)).isFalse();
                    assertThat(ends(idle)).isTrue();
                }
            }
            assertThat(server.output()).noneMatch(line -> line.contains("opens both APIs"));
        }
    }

    private static boolean ends(Socket socket) throws IOException {
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
