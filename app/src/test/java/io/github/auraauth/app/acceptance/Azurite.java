package io.github.auraauth.app.acceptance;

import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import io.github.auraauth.adapter.redis.FreePorts;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Microsoft's own emulator of Blob Storage, in a process of its own, with an account that has no container yet. */
final class Azurite implements AutoCloseable {
    static final String ACCOUNT = "fakeaccount";
    static final String KEY =
            Base64.getEncoder().encodeToString("a fake key of the deep tests".getBytes(StandardCharsets.US_ASCII));

    private final NpmProject.Running process;
    private final int port;

    private Azurite(NpmProject.Running process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Installs it in that folder, starts it, and waits until it listens. */
    static Azurite start(Path folder) {
        int port = FreePorts.next();
        NpmProject.Running process = NpmProject.install("azurite", folder)
                .start(
                        Map.of("AZURITE_ACCOUNTS", ACCOUNT + ":" + KEY),
                        List.of(
                                "node_modules/azurite/dist/src/blob/main.js",
                                "--blobPort",
                                Integer.toString(port),
                                "--inMemoryPersistence",
                                "--disableTelemetry",
                                "--skipApiVersionCheck"));
        Eventually.holds("Azurite", () -> isOpen(port));
        return new Azurite(process, port);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    URI endpoint() {
        return endpointAt(port);
    }

    /** Where it is for those who come by another port. */
    static URI endpointAt(int port) {
        return URI.create("http://127.0.0.1:" + port + "/" + ACCOUNT);
    }

    /** What may do everything there. */
    BlobServiceClient service() {
        return new BlobServiceClientBuilder()
                .endpoint(endpoint().toString())
                .credential(new StorageSharedKeyCredential(ACCOUNT, KEY))
                .buildClient();
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
