package io.github.auraauth.adapter.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An authority of its own with a certificate of a server, made by the JDK's keytool. */
final class Certificates {
    private static final String PASSWORD = "changeit";
    private static final String SERVER = "server";
    private static final String AUTHORITY = "authority";

    private final Path folder;
    private final KeyStore store;

    private Certificates(Path folder, KeyStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** @param host as keytool writes it: {@code ip:127.0.0.1} or {@code dns:redis.example} */
    static Certificates of(Path folder, String host)
            throws IOException, InterruptedException, GeneralSecurityException {
        Files.createDirectories(folder);
        Path file = folder.resolve("keys.p12");
        keytool(file, AUTHORITY, "-ext", "bc:c");
        keytool(file, SERVER, "-signer", AUTHORITY, "-ext", "san=" + host);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        Certificates made = new Certificates(folder, store);
        Files.writeString(
                made.file("crt"),
                pem("CERTIFICATE", store.getCertificate(SERVER).getEncoded()));
        Files.writeString(
                made.file("key"),
                pem("PRIVATE KEY", store.getKey(SERVER, PASSWORD.toCharArray()).getEncoded()));
        Files.writeString(made.file("ca"), made.authority());
        return made;
    }

    /** The authority's certificate in PEM. */
    String authority() throws GeneralSecurityException {
        return pem("CERTIFICATE", store.getCertificate(AUTHORITY).getEncoded());
    }

    /** What a server needs to speak TLS on that port. */
    List<String> options(int port) {
        return List.of(
                "tls-port " + port,
                "tls-cert-file " + file("crt"),
                "tls-key-file " + file("key"),
                "tls-ca-cert-file " + file("ca"),
                "tls-auth-clients no");
    }

    /** The same as arguments, with others. */
    String[] arguments(int port, String... others) {
        return Stream.concat(
                        options(port).stream().flatMap(option -> Arrays.stream(("--" + option).split(" ", 2))),
                        Arrays.stream(others))
                .toArray(String[]::new);
    }

    private Path file(String kind) {
        return folder.resolve("server." + kind);
    }

    private static void keytool(Path store, String alias, String... more) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = Stream.concat(
                        Stream.of(
                                tool,
                                "-genkeypair",
                                "-alias",
                                alias,
                                "-dname",
                                "CN=" + alias,
                                "-keyalg",
                                "EC",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD),
                        Arrays.stream(more))
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("keytool: " + said);
        }
    }

    private static String pem(String kind, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }
}
