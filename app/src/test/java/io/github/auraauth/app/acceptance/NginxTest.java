package io.github.auraauth.app.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Behind nginx, with {@code deploy/proxy/nginx.conf}. */
@Tag("deep")
class NginxTest extends ProxyTest {
    @Override
    Tool tool() {
        return Tool.find("nginx", "apt-get install nginx-light");
    }

    @Override
    Path write(ProxyExample example, Path folder) {
        Path certificate = ProxyExample.written(folder.resolve("cert.pem"), example.certificate());
        Path key = ProxyExample.written(folder.resolve("key.pem"), example.key());
        return ProxyExample.write(
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
