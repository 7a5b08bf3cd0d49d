package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Two instances over one database, where a proxy looks for them. */
final class ProxiedInstances implements AutoCloseable {
    private static final String ESTABLISHED = "01";

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final Path folder;
    private final List<Integer> ports;
    private final Map<String, String> environment;
    private final List<ServerProcess> servers = new ArrayList<>();
    private final List<ServerProcess> ended = new ArrayList<>();

    /** What is started as an instance. */
    interface Release {
        ServerProcess launch(Path folder, Map<String, String> environment);
    }

    /** This one. */
    static final Release THIS = (folder, environment) -> ServerProcess.launch(folder, environment);

    private ProxiedInstances(Path folder, List<Integer> ports, Map<String, String> more) {
        this.folder = folder;
        this.ports = ports;
        this.environment = new HashMap<>(Servers.on(mongo.bindAndGetConnectionString()));
        environment.putAll(more);
    }

    static ProxiedInstances start(Path folder, List<Integer> ports, Map<String, String> environment) {
        return start(THIS, folder, ports, environment);
    }

    static ProxiedInstances start(Release release, Path folder, List<Integer> ports, Map<String, String> environment) {
        ProxiedInstances instances = new ProxiedInstances(folder, ports, environment);
        try {
            for (int i = 0; i < ports.size(); i++) {
                instances.servers.add(instances.launch(i, release));
                instances.servers.get(i).awaitReady();
            }
            return instances;
        } catch (AssertionError e) {
            instances.close();
            throw e;
        }
    }

    /** What both are told, save their ports. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    ServerProcess server(int instance) {
        return servers.get(instance);
    }

    /** What all wrote that were started so far. */
    List<String> output() {
        return Stream.concat(ended.stream(), servers.stream())
                .flatMap(server -> server.output().stream())
                .toList();
    }

    /** Stops one as platforms do, starts it again, and gives the proxy the time to see that. */
    void restart(int instance) throws InterruptedException {
        replace(instance, THIS);
    }

    /** The same, with another release from then on. */
    void replace(int instance, Release release) throws InterruptedException {
        stop(instance);
        startAgain(instance, release);
    }

    /** Stops one as platforms do. */
    void stop(int instance) {
        assertThat(servers.get(instance).stop()).isZero();
    }

    /** Has neither do anything until they go on, as where others need the machine or memory is collected. */
    void pause() {
        signalAll("-STOP");
    }

    void goOn() {
        signalAll("-CONT");
    }

    private void signalAll(String signal) {
        Tool kill = Tool.find("kill", "apt-get install procps");
        servers.forEach(server -> kill.run(folder, signal, Long.toString(server.pid())));
    }

    /** Starts one that has ended, and gives the proxy the time to see that. */
    void startAgain(int instance, Release release) throws InterruptedException {
        ServerProcess again = launch(instance, release);
        ended.add(servers.set(instance, again));
        again.awaitReady();
        TimeUnit.SECONDS.sleep(3);
    }

    /** Starts one that has ended, which may not become ready. */
    ServerProcess launch(int instance, Release release) {
        Map<String, String> its = new HashMap<>(environment);
        its.put("AURA_SERVICE_PORT", ports.get(instance).toString());
        return release.launch(folder.resolve("instance-" + instance), its);
    }

    /** The connections to the instances that stand now, each by the ports of its two ends. */
    List<String> connections() throws IOException {
        List<String> found = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/net", table))) {
                lines.skip(1)
                        .map(line -> line.strip().split("\\s+", -1))
                        .filter(cells -> cells[3].equals(ESTABLISHED) && ports.contains(port(cells[2])))
                        .forEach(cells -> found.add(port(cells[1]) + "->" + port(cells[2])));
            }
        }
        return found;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }

    @Override
    public void close() {
        servers.forEach(ServerProcess::close);
        mongo.shutdownNow();
    }
}
