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

    private ProxiedInstances(Path folder, List<Integer> ports, Map<String, String> more) {
        this.folder = folder;
        this.ports = ports;
        this.environment = new HashMap<>(Servers.on(mongo.bindAndGetConnectionString()));
        environment.putAll(more);
    }

    static ProxiedInstances start(Path folder, List<Integer> ports, Map<String, String> environment) {
        ProxiedInstances instances = new ProxiedInstances(folder, ports, environment);
        try {
            for (int i = 0; i < ports.size(); i++) {
                instances.servers.add(instances.launch(i));
                instances.servers.get(i).awaitReady();
            }
            return instances;
        } catch (AssertionError e) {
            instances.close();
            throw e;
        }
    }

    /** Stops one as platforms do, starts it again, and gives the proxy the time to see that. */
    void restart(int instance) throws InterruptedException {
        assertThat(servers.get(instance).stop()).isZero();
        servers.set(instance, launch(instance));
        servers.get(instance).awaitReady();
        TimeUnit.SECONDS.sleep(3);
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

    private ServerProcess launch(int instance) {
        Map<String, String> its = new HashMap<>(environment);
        its.put("AURA_SERVICE_PORT", ports.get(instance).toString());
        return ServerProcess.launch(folder.resolve("instance-" + instance), its);
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
