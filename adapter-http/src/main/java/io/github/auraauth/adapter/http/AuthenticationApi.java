package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.apikey.ApiKeyAuthenticator;
import io.github.auraauth.adapter.http.bot.BotEndpoints;
import io.github.auraauth.adapter.http.openid.SigningKeyEndpoints;
import io.github.auraauth.adapter.http.operations.DefinitionEndpoints;
import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.adapter.http.operations.OperationEndpoints.Readiness;
import io.github.auraauth.adapter.http.user.BlockModeHook;
import io.github.auraauth.adapter.http.user.ReadingEndpoints;
import io.github.auraauth.adapter.http.user.RegisteringEndpoints;
import io.github.auraauth.adapter.http.user.RemovingEndpoints;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.ErrorPages;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.front.server.Draining;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The authentication API: users, and the service itself. */
public final class AuthenticationApi {
    private AuthenticationApi() {}

    /**
     * The API.
     *
     * @param pageEndpoints what serves the operations that people see
     * @param pages what these people see where something is refused
     * @param registry what {@code /metrics} shows
     */
    public static Api of(
            HttpConfig config,
            InboundPorts ports,
            Map<String, Endpoint> pageEndpoints,
            ErrorPages pages,
            Draining draining,
            PrometheusMeterRegistry registry,
            InstantSource clock) {
        ApiDefinition definition = Definitions.authentication();
        Readiness readiness = new Readiness(ports.health(), draining);
        Map<String, Endpoint> endpoints = new HashMap<>(users(ports, clock));
        endpoints.putAll(new OperationEndpoints(config.version(), config.storageSubdomain(), readiness, registry, clock)
                .byOperation());
        endpoints.putAll(new DefinitionEndpoints(definition).byOperation());
        endpoints.putAll(pageEndpoints);
        endpoints.putAll(new BotEndpoints(ports.bot().tokens(), ports.bot().conversations()).byOperation());
        endpoints.putAll(new SigningKeyEndpoints(ports.signingKeys(), config.issuer()).byOperation());
        return new Api(definition, Map.of("apiKey", new ApiKeyAuthenticator(ports.keys())), endpoints)
                .with(List.of(new BlockModeHook(config.blockMode())))
                .with(pages);
    }

    private static Map<String, Endpoint> users(InboundPorts ports, InstantSource clock) {
        InboundPorts.Registering registering = ports.registering();
        InboundPorts.Reading reading = ports.reading();
        Map<String, Endpoint> users = new HashMap<>();
        users.putAll(
                new RegisteringEndpoints(registering.byAuthorizationId(), registering.byAuraId(), clock).byOperation());
        users.putAll(new ReadingEndpoints(reading.users(), reading.newest(), reading.anonymous()).byOperation());
        users.putAll(
                new RemovingEndpoints(ports.removing().users(), ports.removing().persons()).byOperation());
        return users;
    }
}
