package io.github.auraauth.adapter.http.operations;

import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.server.Draining;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.health.HealthReport;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Says whether the service is ready; asked with {@code probe=live} only whether it answers. */
final class HealthEndpoint implements Endpoint {
    private static final Input PROBE = Input.query("probe");
    private final SharedHealthCheck check;
    private final Draining draining;

    HealthEndpoint(SharedHealthCheck check, Draining draining) {
        this.check = check;
        this.draining = draining;
    }

    @Override
    public Action prepare(Inputs inputs) {
        return inputs.text(PROBE).isPresent() ? deadline -> answer(200, "up", Map.of()) : new ReadinessAction();
    }

    /** Holds no thread while the check is under way; answers 503 when it takes longer than the request may. */
    private final class ReadinessAction implements AsyncAction {
        @Override
        public CompletableFuture<Response> begin(Deadline deadline) {
            return check.recent()
                    .thenApply(this::answer)
                    .completeOnTimeout(
                            HealthEndpoint.answer(503, "down", Map.of()),
                            deadline.remaining().toMillis(),
                            TimeUnit.MILLISECONDS);
        }

        private Response answer(HealthReport report) {
            if (draining.hasBegun()) {
                return HealthEndpoint.answer(503, "draining", report.checks());
            }
            return report.ready()
                    ? HealthEndpoint.answer(200, "up", report.checks())
                    : HealthEndpoint.answer(503, "down", report.checks());
        }
    }

    private static Response answer(int status, String word, Map<String, Boolean> checks) {
        return Response.json(status, Json.object(json -> {
            json.writeStringField("status", word);
            json.writeObjectFieldStart("checks");
            for (Map.Entry<String, Boolean> check : checks.entrySet()) {
                json.writeStringField(check.getKey(), check.getValue() ? "up" : "down");
            }
            json.writeEndObject();
        }));
    }
}
