package io.github.auraauth.app.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Behind nginx, with {@code deploy/proxy/nginx.conf}. */
@Tag("deep")
class NginxTest extends ProxyTest {
    private Path configuration = Path.of("");
    private List<Integer> ports = List.of();

    @Override
    Tool tool() {
        return Tool.find("nginx", "apt-get install nginx-light");
    }

    @Override
    Path write(ProxyExample example, Path folder) {
        Path certificate = ProxyExample.written(folder.resolve("cert.pem"), example.certificate());
        Path key = ProxyExample.written(folder.resolve("key.pem"), example.key());
        ports = example.instancePorts();
        configuration = ProxyExample.write(
                "proxy/nginx.conf",
                Map.of(
                        "pid /run/nginx.pid;",
                        "pid nginx.pid;",
                        "error_log /var/log/nginx/error.log warn;",
                        "error_log stderr warn;",
                        "access_log /var/log/nginx/access.log main;",
                        "access_log access.log main;",
                        "listen 443 ssl;",
                        "listen 127.0.0.1:" + example.port() + " ssl;",
                        "/etc/nginx/tls/cert.pem",
                        certificate.toString(),
                        "/etc/nginx/tls/key.pem",
                        key.toString(),
                        "10.0.0.11:2367",
                        "127.0.0.1:" + example.instancePorts().get(0),
                        "10.0.0.12:2367",
                        "127.0.0.1:" + example.instancePorts().get(1)),
                folder);
        return configuration;
    }

    @Override
    void takeOut(int instance) {
        reload(" max_fails=1 fail_timeout=2s;", " max_fails=1 fail_timeout=2s down;", instance);
    }

    @Override
    void putBack(int instance) {
        reload(" max_fails=1 fail_timeout=2s down;", " max_fails=1 fail_timeout=2s;", instance);
    }

    private void reload(String old, String other, int instance) {
        String server = "server 127.0.0.1:" + ports.get(instance);
        ProxyExample.change(configuration, server + old, server + other);
        Path folder = configuration.getParent();
        tool().run(folder, "-p", folder.toString(), "-c", configuration.toString(), "-s", "reload");
    }

    @Override
    List<String> check(Path configuration) {
        return List.of("-p", configuration.getParent().toString(), "-c", configuration.toString(), "-t");
    }

    @Override
    List<String> run(Path configuration) {
        return List.of("-p", configuration.getParent().toString(), "-c", configuration.toString(), "-g", "daemon off;");
    }
}
