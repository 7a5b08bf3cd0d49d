package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.bot.BotEndpoints;
import io.github.auraauth.adapter.http.definition.ApiDefinition;
import io.github.auraauth.adapter.http.front.Gate;
import io.github.auraauth.adapter.http.openid.SigningKeyEndpoints;
import io.github.auraauth.adapter.http.operations.DefinitionEndpoints;
import io.github.auraauth.adapter.http.operations.Draining;
import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.adapter.http.operations.OperationEndpoints.Readiness;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.users.ReadingEndpoints;
import io.github.auraauth.adapter.http.users.RegisteringEndpoints;
import io.github.auraauth.adapter.http.users.RemovingEndpoints;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The authentication API: users, and the service itself. */
final class AuthenticationApi {
    private AuthenticationApi() {}

    static Api of(
            HttpConfig config,
            InboundPorts ports,
            Draining draining,
            PrometheusMeterRegistry registry,
            InstantSource clock,
            RandomGenerator random) {
        ApiDefinition definition = ApiDefinition.load();
        HttpConfig.Service service = config.service();
        LoginPart login = new LoginPart(config.pages(), definition.basePath(), registry, random);
        Readiness readiness = new Readiness(ports.health(), draining);
        Map<String, Endpoint> endpoints = new HashMap<>(users(ports, clock));
        endpoints.putAll(
                new OperationEndpoints(service.version(), service.storageSubdomain(), readiness, registry, clock)
                        .byOperation());
        endpoints.putAll(new DefinitionEndpoints(definition).byOperation());
        endpoints.putAll(login.endpoints(ports.logins()));
        endpoints.putAll(new BotEndpoints(ports.bot()).byOperation());
        endpoints.putAll(new SigningKeyEndpoints(ports.signingKeys(), service.issuer()).byOperation());
        return new Api(definition, new Gate(ports.keys()), endpoints, login.presenter());
    }

    private static Map<String, Endpoint> users(InboundPorts ports, InstantSource clock) {
        Map<String, Endpoint> users = new HashMap<>();
        users.putAll(new RegisteringEndpoints(ports.users(), clock).byOperation());
        users.putAll(new ReadingEndpoints(ports.users()).byOperation());
        users.putAll(new RemovingEndpoints(ports.users(), ports.persons()).byOperation());
        return users;
    }
}
