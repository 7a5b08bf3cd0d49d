package io.github.auraauth.adapter.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.outgoing.Call;
import io.github.auraauth.outgoing.Peer;
import io.github.auraauth.outgoing.Reply;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Finds out where Kernel answers what (OpenID Connect Discovery 1.0), and keeps it for some minutes; the last good
 * document serves on while there is none, be it that Kernel is away or that it says 404, as it may during a deploy. Only
 * a Kernel that has never shown such a document and says that it has none is asked below its address, and again for the
 * document a minute later. Safe for use by many threads.
 */
public final class KernelDiscovery {
    private static final String PATH = ".well-known/openid-configuration";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration LIFE_WITHOUT_DOCUMENT = Duration.ofSeconds(60);

    private final Optional<URI> endpoint;
    private final Peer peer;
    private final Kept<KernelEndpoints> endpoints;
    private volatile boolean documented;

    public KernelDiscovery(KernelConfig config, Peer peer, InstantSource clock) {
        this.endpoint = config.endpoint();
        this.peer = requireNonNull(peer, "peer");
        this.endpoints = new Kept<>(this::discovered, clock);
    }

    /** Throws as {@code LoginProvider} does. */
    KernelEndpoints endpoints(Deadline deadline) {
        return endpoints.current(requireNonNull(deadline, "deadline"));
    }

    private Kept.Fetched<KernelEndpoints> discovered(Deadline deadline) {
        URI address = endpoint.orElseThrow(() -> new Outage.Unavailable(KernelReplies.KERNEL));
        Reply reply = peer.send(Call.get(address.resolve(PATH), '/' + PATH), deadline);
        if (reply.status() == KernelReplies.NOT_FOUND && !documented) {
            return new Kept.Fetched<>(KernelEndpoints.below(address), LIFE_WITHOUT_DOCUMENT);
        }
        KernelEndpoints found = KernelEndpoints.of(KernelReplies.members(reply, "the discovery document"), address)
                .orElseThrow(
                        () -> KernelReplies.failed("the discovery document lacks an endpoint or is of another issuer"));
        documented = true;
        return new Kept.Fetched<>(found, LIFE);
    }
}
