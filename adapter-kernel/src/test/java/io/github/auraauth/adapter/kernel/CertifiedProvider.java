package io.github.auraauth.adapter.kernel;

import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The certified provider of {@code app/src/test/npm/kernel}, installed into a folder and running. */
final class CertifiedProvider implements AutoCloseable {
    private static final Path SOURCE = Path.of("../app/src/test/npm/kernel");
    private static final long INSTALL_MINUTES = 5;

    private final Process process;
    private final URI address;

    private CertifiedProvider(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** @param clients the variables that {@code provider.mjs} names, but the port */
    static CertifiedProvider start(Path folder, Map<String, String> clients) {
        try {
            for (String file : List.of("package.json", "provider.mjs")) {
                Files.copy(SOURCE.resolve(file), folder.resolve(file));
            }
            install(folder);
            int port = freePort();
            Path output = folder.resolve("provider.txt");
            ProcessBuilder builder = command(folder, output, List.of("node", "provider.mjs"));
            builder.environment().putAll(clients);
            builder.environment().put("KERNEL_PORT", Integer.toString(port));
            Process process = builder.start();
            CertifiedProvider provider = new CertifiedProvider(process, URI.create("http://127.0.0.1:" + port + '/'));
            Eventually.holds("the provider listens", () -> read(output).contains("listening at"));
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static void install(Path folder) throws IOException {
        Path output = folder.resolve("npm.txt");
        Process npm;
        try {
            npm = command(folder, output, List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock"))
                    .start();
        } catch (IOException e) {
            throw new AssertionError("node and npm are needed: apt-get install nodejs npm", e);
        }
        try {
            if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                npm.destroyForcibly();
                throw new AssertionError("npm install failed, it needs the network:\n" + read(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static ProcessBuilder command(Path folder, Path output, List<String> words) {
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
    }

    /** Below those that systems give to outgoing connections, so that none takes it before the provider does. */
    private static int freePort() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(8_000, 12_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // another one, then
            }
        }
        throw new AssertionError("no free port");
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
