package io.github.auraauth.app.acceptance;

import io.github.auraauth.adapter.redis.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server in a process of its own, as {@code ./aura run} starts it. */
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> STARTS_SOON = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Only what runs hundreds of thousands of times, as hashing does, is compiled as well as in production. */
    static final List<String> HASHES_SOON = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private final Process process;
    private final int port;
    private final int termsPort;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();

    private ServerProcess(Process process, int port, int termsPort) {
        this.process = process;
        this.port = port;
        this.termsPort = termsPort;
        Thread reader = new Thread(this::collect, "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a server in the folder, where its data will lie, and waits until it is ready. */
    static ServerProcess start(Path folder, Map<String, String> environment, String... options) {
        ServerProcess server = launch(folder, environment, options);
        server.awaitReady();
        return server;
    }

    /** Starts one that is compiled as in production, for what takes its time or is measured; the others are made to start soon. */
    static ServerProcess startForMeasuring(Path folder, Map<String, String> environment, String... options) {
        ServerProcess server = launch(folder, environment, List.of("-Xmx512m"), List.of(options));
        server.awaitReady();
        return server;
    }

    /** Starts one that hashes several passwords; those that are made to start soon need more than a second for each. */
    static ServerProcess startForHashing(Path folder, Map<String, String> environment, String... options) {
        ServerProcess server = launch(folder, environment, HASHES_SOON, List.of(options));
        server.awaitReady();
        return server;
    }

    static ServerProcess launchForHashing(Path folder, Map<String, String> environment) {
        return launch(folder, environment, HASHES_SOON, List.of());
    }

    static ServerProcess launch(Path folder, Map<String, String> environment, String... options) {
        return launch(folder, environment, STARTS_SOON, List.of(options));
    }

    /** Launches another release, from its jar, for whatever a test asks of it. */
    static ServerProcess launchJar(Path jar, Path folder, Map<String, String> environment) {
        return launch(folder, environment, HASHES_SOON, List.of("-jar", jar.toString()), List.of());
    }

    private static ServerProcess launch(
            Path folder, Map<String, String> environment, List<String> flags, List<String> options) {
        List<String> program = new ArrayList<>(SharedClasses.arguments());
        program.add("io.github.auraauth.app.Main");
        return launch(folder, environment, flags, program, options);
    }

    private static ServerProcess launch(
            Path folder,
            Map<String, String> environment,
            List<String> flags,
            List<String> program,
            List<String> options) {
        try {
            Files.createDirectories(folder);
            int port = environment.containsKey("AURA_SERVICE_PORT")
                    ? Integer.parseInt(environment.get("AURA_SERVICE_PORT"))
                    : FreePorts.next();
            int termsPort = FreePorts.next();
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(flags);
            SharedClasses.giveSigningKey(folder.resolve("data"));
            command.addAll(program);
            command.add("run");
            command.addAll(options);
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.matches("(DEV_)?AURA_.*|TAC_.*|AUTH_TOKENS.*"));
            builder.environment().put("AURA_SERVICE_PORT", Integer.toString(port));
            builder.environment().put("TAC_PORT", Integer.toString(termsPort));
            builder.environment().put("AURA_DATA_FOLDER", folder.resolve("data").toString());
            builder.environment().putAll(environment);
            return new ServerProcess(builder.start(), port, termsPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    URI termsUri(String path) {
        return URI.create("http://127.0.0.1:" + termsPort + path);
    }

    int termsPort() {
        return termsPort;
    }

    int port() {
        return port;
    }

    /** What the server wrote so far, both streams. */
    List<String> output() {
        return List.copyOf(output);
    }

    /** The same, as soon as it matches, which may be after the server is ready. */
    List<String> outputWith(Pattern awaited) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!awaited.matcher(String.join("\n", output)).find()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the server did not write " + awaited + ":\n" + String.join("\n", output));
            }
            pause();
        }
        return output();
    }

    /** As the kernel kills: no hook runs. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    int stop() {
        terminate();
        return awaitEnd();
    }

    /** By a signal, for whose effect nobody waits; what the server writes is still read. */
    void terminate() {
        process.toHandle().destroy();
    }

    int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not end:\n" + String.join("\n", output));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }

    void awaitReady() {
        Instant end = Instant.now().plus(PATIENCE);
        HttpClient client = HttpClient.newHttpClient();
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new AssertionError("the server ended:\n" + String.join("\n", output));
            }
            try {
                HttpRequest request = HttpRequest.newBuilder(uri("/healthz"))
                        .timeout(Duration.ofSeconds(2))
                        .build();
                if (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            pause();
        }
        throw new AssertionError("the server is not ready:\n" + String.join("\n", output));
    }

    private void collect() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException ended) {
            output.add("(output ended)");
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
