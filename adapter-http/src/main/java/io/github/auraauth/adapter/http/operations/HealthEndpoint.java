package io.github.auraauth.adapter.http.operations;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.Json;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.request.Inputs;
import io.github.auraauth.port.in.ReportHealth;
import io.github.auraauth.port.in.ReportHealth.Health;
import java.util.Map;

/** Says whether the service is ready; asked with {@code probe=live} only whether it answers. */
final class HealthEndpoint implements Endpoint {
    private final ReportHealth health;
    private final Draining draining;

    HealthEndpoint(ReportHealth health, Draining draining) {
        this.health = health;
        this.draining = draining;
    }

    @Override
    public Action prepare(Inputs inputs) {
        if (inputs.text("probe").isPresent()) {
            return deadline -> answer(200, "up", Map.of());
        }
        return deadline -> {
            Health report = health.report(deadline);
            if (draining.hasBegun()) {
                return answer(503, "draining", report.checks());
            }
            return report.ready() ? answer(200, "up", report.checks()) : answer(503, "down", report.checks());
        };
    }

    private static Answer answer(int status, String word, Map<String, Boolean> checks) {
        return Answer.json(status, Json.object(json -> {
            json.writeStringField("status", word);
            json.writeObjectFieldStart("checks");
            for (Map.Entry<String, Boolean> check : checks.entrySet()) {
                json.writeStringField(check.getKey(), check.getValue() ? "up" : "down");
            }
            json.writeEndObject();
        }));
    }
}
