package io.github.auraauth.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** A store in a process of its own, which a test may kill. */
final class StoreProcess implements AutoCloseable {
    private static final String COMPACTING = "compacting";

    private final Process process;
    private final String firstLine;

    private StoreProcess(Process process, String firstLine) {
        this.process = process;
        this.firstLine = firstLine;
    }

    static StoreProcess start(Path folder) throws IOException {
        return start(folder, "");
    }

    /** One that compacts its files as often as it can. */
    static StoreProcess startCompacting(Path folder) throws IOException {
        return start(folder, COMPACTING);
    }

    private static StoreProcess start(Path folder, String mode) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        folder.toString(),
                        mode)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith("> ")) {
            line = out.readLine();
        }
        return new StoreProcess(process, line == null ? "" : line.substring(2));
    }

    /** The address, or why there is none. */
    String answer() {
        return firstLine;
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        try {
            EmbeddedStore store =
                    EmbeddedStore.open(DataFolder.open(Path.of(arguments[0])), Clock.systemUTC(), new SecureRandom());
            System.out.println("> " + store.uri());
            while (arguments.length > 1 && arguments[1].equals(COMPACTING)) {
                store.forgetRemoved();
            }
            new CountDownLatch(1).await();
        } catch (DataFolderException e) {
            System.out.println("> " + e.getMessage());
        }
    }
}
