package io.github.auraauth.adapter.redis;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.auraauth.testkit.Eventually;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A real {@code redis-server} or {@code redis-sentinel} on a loopback port, in a folder of its own. It is killed by its
 * process id when it is closed, and at the latest when the JVM ends.
 */
public final class RedisProcess implements AutoCloseable {
    private final List<String> command;
    private final TemporaryFolder folder;
    private final int port;
    private final List<String> cliOptions;
    private Process process;

    private RedisProcess(List<String> command, TemporaryFolder folder, int port, List<String> cliOptions) {
        this.command = command;
        this.folder = folder;
        this.port = port;
        this.cliOptions = cliOptions;
        this.process = launch();
    }

    /** A running server that keeps nothing on disk, unless a later option says so. */
    static RedisProcess server(int port, String... options) {
        TemporaryFolder folder = TemporaryFolder.create();
        List<String> command = new ArrayList<>(List.of("redis-server", "--port", "" + port, "--bind", "127.0.0.1"));
        command.addAll(List.of("--dir", folder.path().toString(), "--save", "", "--repl-diskless-sync-delay", "0"));
        command.addAll(List.of(options));
        int password = command.indexOf("--requirepass") + 1;
        List<String> cli = password == 0 ? List.of() : List.of("--no-auth-warning", "-a", command.get(password));
        return started(new RedisProcess(command, folder, port, cli));
    }

    /** A running sentinel. */
    static RedisProcess sentinel(int port, String settings) {
        TemporaryFolder folder = TemporaryFolder.create();
        String listening = "port " + port + "\nbind 127.0.0.1\ndir " + folder.path() + "\n";
        String file = folder.write("sentinel.conf", listening + settings).toString();
        return started(new RedisProcess(List.of("redis-sentinel", file), folder, port, List.of()));
    }

    private static RedisProcess started(RedisProcess redis) {
        Runtime.getRuntime().addShutdownHook(new Thread(redis::close));
        redis.awaitAnswer();
        return redis;
    }

    public int port() {
        return port;
    }

    /** The address, as {@code AURA_REDIS_HOSTS} takes it. */
    public String host() {
        return "127.0.0.1:" + port;
    }

    /** Stops it in mid-air: connections stay, nothing is answered. */
    public void freeze() {
        signal("-STOP");
    }

    /** Lets it go on after {@link #freeze()}. */
    public void thaw() {
        signal("-CONT");
    }

    /** Ends it at once, as a crash would. */
    public void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** Starts it again after {@link #kill()}, on the same port and folder, and waits until it answers. */
    public void restart() {
        process = launch();
        awaitAnswer();
    }

    /** What {@code redis-cli} prints for a command, without the last line end. */
    public String cli(String... arguments) {
        List<String> line = new ArrayList<>(List.of("redis-cli", "-h", "127.0.0.1", "-p", "" + port));
        line.addAll(cliOptions);
        line.addAll(List.of(arguments));
        return output(run(line)).stripTrailing();
    }

    /** All that it wrote into its folder. */
    public byte[] stored(String file) {
        return folder.read(file);
    }

    @Override
    public void close() {
        kill();
        folder.delete();
    }

    private void awaitAnswer() {
        Eventually.holds(
                "a server on port " + port + " answers", () -> cli("ping").equals("PONG"));
    }

    private void signal(String signal) {
        await(run(List.of("kill", signal, "" + process.pid())));
    }

    private Process launch() {
        try {
            File log = folder.path().resolve("log").toFile();
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw missing(e);
        }
    }

    private static Process run(List<String> line) {
        try {
            return new ProcessBuilder(line).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw missing(e);
        }
    }

    private static AssertionError missing(IOException cause) {
        return new AssertionError(
                "these tests need a real Redis: apt-get install redis-server redis-sentinel redis-tools", cause);
    }

    private static String output(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(10, SECONDS)) {
                throw new AssertionError("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
