package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind HAProxy, with {@code deploy/proxy/haproxy.cfg}. */
@Tag("deep")
class HaproxyTest extends ProxyTest {
    @Override
    Tool tool() {
        return Haproxy.tool();
    }

    @Override
    Path write(ProxyExample example, Path folder) {
        return Haproxy.write(example, folder);
    }

    @Override
    List<String> check(Path configuration) {
        return Haproxy.check(configuration);
    }

    @Override
    List<String> run(Path configuration) {
        return Haproxy.run(configuration);
    }

    @Test
    void pause_ofBothInstances_losesNoRequest() throws Exception {
        FutureTask<Integer> answer =
                new FutureTask<>(() -> example().status("127.0.0.1", "GET", API + "/local-ping", "", ""));
        instances().pause();
        try {
            TimeUnit.MILLISECONDS.sleep(900); // it has looked once at least, and waited for 500 ms
            new Thread(answer, "caller").start();
            TimeUnit.MILLISECONDS.sleep(100);
        } finally {
            instances().goOn();
        }

        assertThat(answer.get()).isEqualTo(200);
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
