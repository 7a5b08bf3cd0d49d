package io.github.auraauth.app.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server that can write nowhere but in one folder, which is another one for it than for all others. */
final class ClosedServer implements AutoCloseable {
    private static final Path CLOSED = Path.of("src/test/container/closed").toAbsolutePath();
    private static final int SECONDS_TO_END = 60;
    private static final int PAUSE = 100;
    private static final int PAUSES = 1_200;

    private final Process process;
    private final Path output;
    private final int port;

    private ClosedServer(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts one that plays what it calls, with these variables and no others, and waits until it is ready. */
    static ClosedServer start(Path data, Path runtime, Map<String, String> variables) {
        List<String> command = new ArrayList<>(List.of(CLOSED.toString(), data.toString()));
        variables.forEach((name, value) -> command.add(name + '=' + value));
        command.addAll(List.of("--", runtime.resolve("bin/java").toString()));
        command.addAll(ServerProcess.HASHES_SOON);
        command.addAll(List.of("-cp", data.resolveSibling("classes") + "/*"));
        command.addAll(List.of("io.github.auraauth.app.Main", "run", "--with-fakes", "--print-sample"));
        Path output = data.resolveSibling("output.txt");
        try {
            copyClasses(data.resolveSibling("classes"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            ClosedServer server =
                    new ClosedServer(process, output, Integer.parseInt(variables.get("AURA_SERVICE_PORT")));
            for (int i = 0; !server.isReady(); i++) {
                if (i == PAUSES) {
                    server.close();
                    throw new AssertionError("it is not ready:\n" + server.output());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE);
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Where they lie may be closed to others than who runs the tests. The archive that is beside them is of another JVM. */
    private static void copyClasses(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> arguments = SharedClasses.arguments();
        String[] jars = arguments.get(arguments.indexOf("-cp") + 1).split(File.pathSeparator);
        for (int i = 0; i < jars.length; i++) {
            Files.copy(Path.of(jars[i]), folder.resolve(i + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int stop() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("it has ended:\n" + output());
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(uri("/healthz")).build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
