package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.redis.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An example of how a proxy is set up, on ports of this machine and with a certificate that was made for it. */
final class ProxyExample {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MILLISECONDS_TO_ANSWER = 10_000;
    private static final char[] PASSWORD = "a-fake-password".toCharArray();
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final int port = FreePorts.next();
    private final List<Integer> instancePorts = List.of(FreePorts.next(), FreePorts.next());
    private final String key;
    private final String certificate;
    private final SSLContext trust;

    /** @param folder where a certificate is made */
    ProxyExample(Path folder) {
        Path store = folder.resolve("certificate.p12");
        new Tool(Path.of(System.getProperty("java.home"), "bin", "keytool"))
                .run(
                        folder,
                        "-genkeypair -alias proxy -keyalg EC -dname CN=proxy -ext san=ip:127.0.0.1 -storetype PKCS12 -storepass"
                                .concat(" " + new String(PASSWORD) + " -keystore " + store)
                                .split(" ", -1));
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD);
            Certificate made = keys.getCertificate("proxy");
            key = pem("PRIVATE KEY", keys.getKey("proxy", PASSWORD).getEncoded());
            certificate = pem("CERTIFICATE", made.getEncoded());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("proxy", made);
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            trust = SSLContext.getInstance("TLS");
            trust.init(null, managers.getTrustManagers(), null);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    int port() {
        return port;
    }

    /** Where the example looks for the two instances. */
    List<Integer> instancePorts() {
        return instancePorts;
    }

    String address() {
        return "https://" + LOOPBACK + ':' + port;
    }

    URI uri(String path) {
        return URI.create(address() + path);
    }

    /** One that trusts the proxy. */
    HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(trust);
    }

    String key() {
        return key;
    }

    String certificate() {
        return certificate;
    }

    /** The example as a file of that folder, with other texts in the place of some, each of which it must hold. */
    static Path write(String name, Map<String, String> texts, Path folder) {
        String text = DeployFiles.text(name);
        for (Map.Entry<String, String> each : texts.entrySet()) {
            assertThat(text).contains(each.getKey());
            text = text.replace(each.getKey(), each.getValue());
        }
        return written(folder.resolve(Path.of(name).getFileName()), text);
    }

    /** Has another text in the place of one that the file must hold. */
    static void change(Path file, String old, String other) {
        String text = DeployFiles.read(file);
        assertThat(text).contains(old);
        written(file, text.replace(old, other));
    }

    static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a call with a bad key is answered that comes from an address of this machine and claims to come from another. */
    int statusFrom(String address, String path, String claimed) throws IOException {
        return status(
                address, "GET", path, "Authorization: APIKEY nonsense\r\nX-Forwarded-For: " + claimed + "\r\n", "");
    }

    /**
     * How a request is answered on a connection of its own, so that no proxy ends one under it that is used again.
     *
     * @param headers lines, each with its end
     */
    int status(String address, String method, String path, String headers, String body) throws IOException {
        return answer(address, method, path, headers, body).status();
    }

    /** The same with what it says. An answer that is cut off is none. */
    ProxyAnswer answer(String address, String method, String path, String headers, String body) throws IOException {
        try (Socket socket = trust.getSocketFactory()
                .createSocket(InetAddress.getByName(LOOPBACK), port, InetAddress.getByName(address), 0)) {
            socket.setSoTimeout(MILLISECONDS_TO_ANSWER);
            String request = method + ' ' + path + " HTTP/1.1\r\nHost: id.example\r\nConnection: close\r\n" + headers
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return ProxyAnswer.of(socket.getInputStream().readAllBytes());
        }
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + PEM.encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }
}
