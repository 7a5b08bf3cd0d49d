package io.github.auraauth.adapter.http.operations;

import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.front.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says which service this is and how long it has run. */
final class PingEndpoint implements Endpoint {
    private final InstantSource clock;
    private final Instant started;
    private final String name;
    private final String version;

    /**
     * @param clock whose time now is taken as that of the start
     * @param name of the service
     */
    PingEndpoint(InstantSource clock, String name, String version) {
        this.clock = clock;
        this.started = clock.instant();
        this.name = name;
        this.version = version;
    }

    @Override
    public Action prepare(Inputs inputs) {
        return deadline -> {
            Instant now = clock.instant();
            return Response.json(200, Json.object(json -> {
                json.writeNumberField("timestamp", now.toEpochMilli());
                json.writeNumberField(
                        "uptime", Math.max(0, Duration.between(started, now).toSeconds()));
                json.writeObjectFieldStart("service");
                json.writeStringField("name", name);
                json.writeStringField("version", version);
                json.writeEndObject();
            }));
        };
    }
}
