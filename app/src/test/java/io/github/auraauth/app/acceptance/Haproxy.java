package io.github.auraauth.app.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** HAProxy, set up by {@code deploy/proxy/haproxy.cfg}. */
final class Haproxy {
    private Haproxy() {}

    static Tool tool() {
        return Tool.find("haproxy", "apt-get install haproxy");
    }

    /** Writes what it is set up by. */
    static Path write(ProxyExample example, Path folder) {
        Path both = ProxyExample.written(folder.resolve("both.pem"), example.certificate() + example.key());
        return ProxyExample.write(
                "proxy/haproxy.cfg",
                Map.of(
                        "bind :443 ssl crt /etc/haproxy/tls/id.example.pem",
                                "bind 127.0.0.1:" + example.port() + " ssl crt " + both,
                        "10.0.0.11:2367", "127.0.0.1:" + example.instancePorts().get(0),
                        "10.0.0.12:2367", "127.0.0.1:" + example.instancePorts().get(1)),
                folder);
    }

    /** Arguments by which it looks at how it is set up. */
    static List<String> check(Path configuration) {
        return List.of("-c", "-f", configuration.toString());
    }

    /** Arguments by which it runs in the foreground. */
    static List<String> run(Path configuration) {
        return List.of("-db", "-f", configuration.toString());
    }

    /** Starts it before the two instances of the example, which are ready. */
    static ForeignServer start(ProxyExample example, Path folder) {
        List<String> command = new ArrayList<>(List.of(tool().path().toString()));
        command.addAll(run(write(example, folder)));
        return ForeignServer.start(folder, Map.of(), command, example.port());
    }
}
