package io.github.auraauth.app.acceptance;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.fakes.directline.ScriptedDirectLine;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A server process that asks Direct Line, played, with two secrets. */
final class BotServer implements AutoCloseable {
    static final String FIRST = "an-example-of-a-secret-1";
    static final String SECOND = "an-example-of-a-secret-2";

    final ScriptedDirectLine directLine =
            ScriptedDirectLine.start(0, List.of(FIRST, SECOND), InstantSource.system(), new SecureRandom());
    final ServerProcess process;
    private final Api api;

    BotServer(Path folder) {
        Map<String, String> environment = Servers.embedded();
        environment.put(
                "AURA_DIRECTLINE_API_ENDPOINT", directLine.conversations().toString());
        environment.put("AURA_DIRECTLINE_SECRETS", FIRST + ',' + SECOND);
        environment.put("AURA_LOGGING_LEVEL", "DEBUG");
        process = ServerProcess.start(folder, environment);
        api = new Api(process);
    }

    HttpResponse<String> get(String path) {
        return api.call(request(path).build());
    }

    HttpResponse<String> post(String path) {
        return api.call(request(path).POST(HttpRequest.BodyPublishers.noBody()).build());
    }

    private HttpRequest.Builder request(String path) {
        return api.request(path, Api.key("webchat", AccessMode.READ));
    }

    @Override
    public void close() {
        process.close();
        directLine.close();
    }
}
