package io.github.auraauth.adapter.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.outgoing.UpstreamClient;
import io.github.auraauth.outgoing.UpstreamRequest;
import io.github.auraauth.outgoing.UpstreamResponse;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.token.ProviderKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The keys that Kernel publishes. The last good set is given while they cannot be loaded. */
public final class KernelKeys implements ProviderKeys {
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);

    private final KernelDiscovery discovery;
    private final UpstreamClient upstream;
    private final RefreshingValue<JsonWebKeySet> keys;

    public KernelKeys(KernelDiscovery discovery, UpstreamClient upstream, InstantSource clock) {
        this.discovery = requireNonNull(discovery, "discovery");
        this.upstream = requireNonNull(upstream, "upstream");
        this.keys = new RefreshingValue<>(this::loaded, clock);
    }

    @Override
    public JsonWebKeySet current(Deadline deadline) {
        return keys.current(requireNonNull(deadline, "deadline"));
    }

    @Override
    public JsonWebKeySet refreshed(Deadline deadline) {
        return keys.refreshed(requireNonNull(deadline, "deadline"));
    }

    private RefreshingValue.Loaded<JsonWebKeySet> loaded(Deadline deadline) {
        UpstreamResponse response =
                upstream.send(UpstreamRequest.get(discovery.endpoints(deadline).jwks(), "/jwks"), deadline);
        if (!(KernelResponses.members(response, "the key set").asMap().get("keys") instanceof List<?>)) {
            throw KernelResponses.failed("the key set has no keys");
        }
        return new RefreshingValue.Loaded<>(
                new JsonWebKeySet(new String(response.body(), StandardCharsets.UTF_8)), TIME_TO_LIVE);
    }
}
