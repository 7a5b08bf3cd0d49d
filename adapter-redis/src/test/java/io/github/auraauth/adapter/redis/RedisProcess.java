package io.github.auraauth.adapter.redis;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.auraauth.testkit.Eventually;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A real Redis server or sentinel on a loopback port, in a folder of its own. It is killed by its
 * process id when it is closed, and at the latest when the JVM ends.
 */
public final class RedisProcess implements AutoCloseable {
    private final List<String> command;
    private final TemporaryFolder folder;
    private final int port;
    private final List<String> greeting;
    private Process process;

    private RedisProcess(List<String> command, TemporaryFolder folder, int port, List<String> greeting) {
        this.command = command;
        this.folder = folder;
        this.port = port;
        this.greeting = greeting;
        this.process = launch();
    }

    /** A running server that keeps nothing on disk, unless a later option says so. */
    static RedisProcess server(int port, String... options) {
        TemporaryFolder folder = TemporaryFolder.create();
        return started(new RedisProcess(command(port, folder, List.of(options)), folder, port, List.of()));
    }

    /** The same, which wants a password. A file names it: arguments are of ASCII where a machine has no other locale. */
    static RedisProcess serverWithPassword(int port, String password) {
        TemporaryFolder folder = TemporaryFolder.create();
        List<String> command = command(port, folder, List.of());
        command.add(
                1,
                folder.write("redis.conf", "requirepass \"" + password + "\"\n").toString());
        return started(new RedisProcess(command, folder, port, List.of("auth", password)));
    }

    private static List<String> command(int port, TemporaryFolder folder, List<String> options) {
        List<String> command = new ArrayList<>(List.of(RedisBinary.file(), "--port", "" + port, "--bind", "127.0.0.1"));
        command.addAll(List.of("--dir", folder.path().toString(), "--save", "", "--repl-diskless-sync-delay", "0"));
        command.addAll(options);
        return command;
    }

    /** A running sentinel. */
    static RedisProcess sentinel(int port, String settings) {
        TemporaryFolder folder = TemporaryFolder.create();
        String listening = "port " + port + "\nbind 127.0.0.1\ndir " + folder.path() + "\n";
        String file = folder.write("sentinel.conf", listening + settings).toString();
        return started(new RedisProcess(List.of(RedisBinary.file(), file, "--sentinel"), folder, port, List.of()));
    }

    /** The same, which wants a password. */
    static RedisProcess sentinelWithPassword(int port, String password, String settings) {
        TemporaryFolder folder = TemporaryFolder.create();
        String listening =
                "port " + port + "\nbind 127.0.0.1\ndir " + folder.path() + "\nrequirepass " + password + "\n";
        String file = folder.write("sentinel.conf", listening + settings).toString();
        List<String> command = List.of(RedisBinary.file(), file, "--sentinel");
        return started(new RedisProcess(command, folder, port, List.of("auth", password)));
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

    /** The reply to a command: a text a line; nothing for nil; an error's own words. */
    public String cli(String... command) {
        return reply(List.of(List.of(command)));
    }

    /** The same in another database than 0. */
    String cliIn(int database, String... command) {
        return reply(List.of(List.of("select", "" + database), List.of(command)));
    }

    /** The last reply to several commands on one connection. */
    String reply(List<List<String>> commands) {
        try (RespClient client = new RespClient(port)) {
            if (!greeting.isEmpty()) {
                client.call(greeting);
            }
            String last = "";
            for (List<String> command : commands) {
                last = client.call(command);
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException("the server on port " + port + " does not answer", e);
        }
    }

    /** All that it wrote into its folder. */
    public byte[] stored(String file) {
        return folder.read(file);
    }

    /** Every write so far, in the order in which they came, where it keeps them; its place depends on the version. */
    byte[] appended() {
        return folder.holds("appendonly.aof")
                ? folder.read("appendonly.aof")
                : folder.read("appendonlydir/appendonly.aof.1.incr.aof");
    }

    @Override
    public void close() {
        kill();
        folder.delete();
    }

    private void awaitAnswer() {
        Eventually.holds("a server on port " + port + " answers", this::answers);
    }

    private boolean answers() {
        try {
            return cli("ping").equals("PONG");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** By the shell's own command: not every machine has one besides. */
    private void signal(String signal) {
        await(run(List.of("sh", "-c", "kill " + signal + " " + process.pid())));
    }

    private Process launch() {
        try {
            File log = folder.path().resolve("log").toFile();
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process run(List<String> line) {
        try {
            return new ProcessBuilder(line).redirectErrorStream(true).start();
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
