package io.github.auraauth.adapter.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.outgoing.Call;
import io.github.auraauth.outgoing.Peer;
import io.github.auraauth.outgoing.Reply;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.token.ProviderKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The keys that Kernel publishes. The last good set serves on while there is none. */
public final class KernelKeys implements ProviderKeys {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final KernelDiscovery discovery;
    private final Peer peer;
    private final Kept<JsonWebKeySet> keys;

    public KernelKeys(KernelDiscovery discovery, Peer peer, InstantSource clock) {
        this.discovery = requireNonNull(discovery, "discovery");
        this.peer = requireNonNull(peer, "peer");
        this.keys = new Kept<>(this::fetched, clock);
    }

    @Override
    public JsonWebKeySet current(Deadline deadline) {
        return keys.current(requireNonNull(deadline, "deadline"));
    }

    @Override
    public JsonWebKeySet refreshed(Deadline deadline) {
        return keys.renewed(requireNonNull(deadline, "deadline"));
    }

    private Kept.Fetched<JsonWebKeySet> fetched(Deadline deadline) {
        Reply reply = peer.send(Call.get(discovery.endpoints(deadline).jwks(), "/jwks"), deadline);
        if (!(KernelReplies.members(reply, "the key set").asMap().get("keys") instanceof List<?>)) {
            throw KernelReplies.failed("the key set has no keys");
        }
        return new Kept.Fetched<>(new JsonWebKeySet(new String(reply.body(), StandardCharsets.UTF_8)), LIFE);
    }
}
