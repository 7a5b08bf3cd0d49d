package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind HAProxy, with {@code deploy/proxy/haproxy.cfg}. */
@Tag("deep")
class HaproxyTest extends ProxyTest {
    @Override
    Tool tool() {
        return Tool.find("haproxy", "apt-get install haproxy");
    }

    @Override
    Path write(ProxyExample example, Path folder) {
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

    @Override
    List<String> check(Path configuration) {
        return List.of("-c", "-f", configuration.toString());
    }

    @Override
    List<String> run(Path configuration) {
        return List.of("-db", "-f", configuration.toString());
    }

    @Test
    void compose_itsProxy_isSetUpByWhatHaproxyTakes(@TempDir Path folder) throws IOException {
        String text = new YAMLMapper()
                .readTree(DeployFiles.text("container/compose.yaml"))
                .at("/configs/haproxy/content")
                .asText();
        Path configuration = ProxyExample.written(folder.resolve("compose.cfg"), text);

        assertThat(text).contains("backend aura");
        tool().run(folder, check(configuration).toArray(String[]::new));
    }
}
