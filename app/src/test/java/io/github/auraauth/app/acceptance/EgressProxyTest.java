package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.auraauth.adapter.redis.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls over TLS through Debian's Apache as a forward proxy, to an address of this machine that is not loopback. */
@Tag("deep")
class EgressProxyTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static InetAddress address;
    private static HttpsServer upstream;
    private static ForeignServer proxy;
    private static int proxyPort;

    @BeforeAll
    static void open() throws Exception {
        address = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(each -> each.getAddress().length == 4 && !each.isLoopbackAddress())
                .findFirst()
                .orElseThrow(() -> new AssertionError("this machine has no address but loopback"));
        Path store = folder.resolve("upstream.p12");
        FinishedProcess.run(
                        folder,
                        Map.of(),
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "upstream",
                                "-dname",
                                "CN=upstream",
                                "-keyalg",
                                "EC",
                                "-ext",
                                "san=ip:" + address.getHostAddress(),
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD))
                .succeeded();
        upstream = HttpsServer.create(new InetSocketAddress(address, 0), 0);
        upstream.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        upstream.createContext("/", exchange -> {
            exchange.sendResponseHeaders(405, -1);
            exchange.close();
        });
        upstream.start();
        proxyPort = FreePorts.next();
        proxy = apache(upstream.getAddress().getPort());
    }

    @AfterAll
    static void close() {
        proxy.close();
        upstream.stop(0);
    }

    @Test
    void doctor_throughAProxy_asksItForATunnel_andPastItWhereToldSo() throws IOException {
        String endpoint = "https://" + address.getHostAddress() + ":"
                + upstream.getAddress().getPort() + "/v3";
        FinishedProcess through = doctor(endpoint, Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxyPort));
        assertThat(through.output())
                .containsPattern("direct-line +answers")
                .contains("Calls of https go through the proxy 127.0.0.1:" + proxyPort + ", by HTTPS_PROXY");
        assertThat(tunnels())
                .hasSize(1)
                .first()
                .asString()
                .contains("CONNECT " + endpoint.substring(8, endpoint.length() - 3));

        FinishedProcess past = doctor(
                endpoint,
                Map.of(
                        "https_proxy",
                        "127.0.0.1:" + proxyPort,
                        "no_proxy",
                        "other.example," + address.getHostAddress()));
        assertThat(past.output()).containsPattern("direct-line +answers");
        assertThat(tunnels()).hasSize(1);
    }

    @Test
    void doctor_throughAProxyThatRefuses_findsNobody() throws IOException {
        String endpoint = "https://" + address.getHostAddress() + ":1/v3";
        FinishedProcess refused = doctor(endpoint, Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxyPort));
        assertThat(refused.output()).containsPattern("direct-line +does not answer");
    }

    private static FinishedProcess doctor(String endpoint, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(Servers.embedded());
        environment.put("AURA_DIRECTLINE_API_ENDPOINT", endpoint);
        environment.put("AURA_DIRECTLINE_SECRETS", "fake-secret");
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + folder.resolve("upstream.p12") + " -Djavax.net.ssl.trustStorePassword="
                        + PASSWORD);
        for (String name : List.of("HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "https_proxy", "http_proxy", "no_proxy")) {
            environment.put(name, "");
        }
        environment.putAll(more);
        return FinishedProcess.aura(Files.createTempDirectory(folder, "aura"), environment, List.of("doctor"));
    }

    private static List<String> tunnels() throws IOException {
        return Files.readAllLines(folder.resolve("access.log")).stream()
                .filter(line -> line.contains(" 200 "))
                .toList();
    }

    private static ForeignServer apache(int allowed) throws IOException {
        Path file = Files.writeString(folder.resolve("proxy.conf"), """
                ServerRoot %1$s
                Listen 127.0.0.1:%2$d
                ServerName localhost
                PidFile %1$s/pid
                ErrorLog %1$s/error.log
                LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
                LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
                LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
                LoadModule proxy_connect_module /usr/lib/apache2/modules/mod_proxy_connect.so
                CustomLog %1$s/access.log "%%r %%s x"
                ProxyRequests On
                AllowCONNECT %3$d
                """.formatted(folder, proxyPort, allowed));
        return ForeignServer.start(
                folder, Map.of(), List.of("/usr/sbin/apache2", "-f", file.toString(), "-D", "FOREGROUND"), proxyPort);
    }

    private static SSLContext context(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
