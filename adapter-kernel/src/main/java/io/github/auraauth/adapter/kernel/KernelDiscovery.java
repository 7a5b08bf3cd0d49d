package io.github.auraauth.adapter.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.outgoing.UpstreamClient;
import io.github.auraauth.outgoing.UpstreamRequest;
import io.github.auraauth.outgoing.UpstreamResponse;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Kernel's endpoints, discovered by its document (OpenID Connect Discovery 1.0) and cached for some minutes. The last good
 * document is used while Kernel is away or answers 404, as it may during a deployment. Only a Kernel that has never served
 * such a document and answers 404 is assumed to have its endpoints below its address, until it is asked again a minute
 * later. Safe for use by many threads.
 */
public final class KernelDiscovery {
    private static final String PATH = ".well-known/openid-configuration";
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);
    private static final Duration TIME_TO_LIVE_WITHOUT_DOCUMENT = Duration.ofSeconds(60);

    private final Optional<URI> endpoint;
    private final UpstreamClient upstream;
    private final RefreshingValue<KernelEndpoints> endpoints;
    private volatile boolean documented;

    public KernelDiscovery(KernelConfig config, UpstreamClient upstream, InstantSource clock) {
        this.endpoint = config.endpoint();
        this.upstream = requireNonNull(upstream, "upstream");
        this.endpoints = new RefreshingValue<>(this::discovered, clock);
    }

    /** Throws as {@code LoginProvider} does. */
    KernelEndpoints endpoints(Deadline deadline) {
        return endpoints.current(requireNonNull(deadline, "deadline"));
    }

    private RefreshingValue.Loaded<KernelEndpoints> discovered(Deadline deadline) {
        URI address = endpoint.orElseThrow(() -> new Outage.Unavailable(KernelResponses.KERNEL));
        UpstreamResponse response = upstream.send(UpstreamRequest.get(address.resolve(PATH), '/' + PATH), deadline);
        if (response.status() == KernelResponses.NOT_FOUND && !documented) {
            return new RefreshingValue.Loaded<>(KernelEndpoints.below(address), TIME_TO_LIVE_WITHOUT_DOCUMENT);
        }
        KernelEndpoints found = KernelEndpoints.of(KernelResponses.members(response, "the discovery document"), address)
                .orElseThrow(() ->
                        KernelResponses.failed("the discovery document lacks an endpoint or is of another issuer"));
        documented = true;
        return new RefreshingValue.Loaded<>(found, TIME_TO_LIVE);
    }
}
