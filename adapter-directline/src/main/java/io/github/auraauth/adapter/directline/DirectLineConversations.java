package io.github.auraauth.adapter.directline;

import io.github.auraauth.adapter.directline.SecretRotation.NumberedSecret;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.UpstreamClient;
import io.github.auraauth.outgoing.UpstreamRequest;
import io.github.auraauth.outgoing.UpstreamResponse;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.bot.BotConversations;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Conversations over Direct Line 3.0. The secrets are used in rotation; one that is refused is not used for five minutes.
 * Repeating a request does no harm: a token or a conversation that is not used expires.
 */
public final class DirectLineConversations implements BotConversations {
    private static final Logger LOG = LoggerFactory.getLogger(DirectLineConversations.class);
    private static final String NAME = "direct-line";
    private static final Duration MAX_WAIT = Duration.ofSeconds(3);

    private final DirectLineConfig config;
    private final UpstreamClient upstream;
    private final InstantSource clock;
    private final SecretRotation secrets;

    public DirectLineConversations(DirectLineConfig config, UpstreamClient upstream, InstantSource clock) {
        this.config = config;
        this.upstream = upstream;
        this.clock = clock;
        this.secrets = new SecretRotation(config.secrets(), clock);
    }

    @Override
    public Secret generateToken(Deadline deadline) {
        return ask(config.tokens(), deadline);
    }

    @Override
    public Secret openConversation(Deadline deadline) {
        return ask(config.conversations(), deadline);
    }

    private Secret ask(URI target, Deadline deadline) {
        Objects.requireNonNull(deadline, "deadline");
        if (secrets.isEmpty()) {
            throw new Outage.Unavailable(NAME);
        }
        Set<NumberedSecret> refused = new HashSet<>();
        Optional<NumberedSecret> secret = secrets.next(refused);
        while (secret.isPresent()) {
            UpstreamResponse response =
                    sendPausingOnce(request(target, secret.get().value()), deadline);
            if (!DirectLineResponses.isSecretRefused(response)) {
                return relayed(secret.get(), response);
            }
            markRefused(secret.get());
            refused.add(secret.get());
            secret = secrets.next(refused);
        }
        throw new Outage.UpstreamFailed(NAME);
    }

    private Secret relayed(NumberedSecret secret, UpstreamResponse response) {
        if (!DirectLineResponses.hasToken(response)) {
            throw new Outage.UpstreamFailed(NAME);
        }
        secrets.markAccepted(secret);
        return Secret.of(response.body());
    }

    private void markRefused(NumberedSecret secret) {
        secrets.markRefused(secret);
        LOG.atWarn().addKeyValue("secret", secret.number() + 1).log("Direct Line refused a secret");
    }

    /** The response; after one pause, where the first response asks for it. */
    private UpstreamResponse sendPausingOnce(UpstreamRequest request, Deadline deadline) {
        UpstreamResponse response = upstream.send(request, deadline);
        if (!DirectLineResponses.asksForPause(response)) {
            return response;
        }
        Duration pause = RetryAfter.of(response, clock.instant());
        if (pause.compareTo(MAX_WAIT) > 0 || pause.compareTo(deadline.remaining()) >= 0) {
            throw new Outage.Paused(NAME, pause);
        }
        sleep(pause);
        UpstreamResponse second = upstream.send(request, deadline);
        if (DirectLineResponses.asksForPause(second)) {
            throw new Outage.Paused(NAME, RetryAfter.of(second, clock.instant()));
        }
        return second;
    }

    private static UpstreamRequest request(URI target, Secret secret) {
        String bearer = "Bearer " + new String(secret.reveal(), StandardCharsets.US_ASCII);
        return UpstreamRequest.post(target, target.getRawPath())
                .header("Authorization", Secret.ofText(bearer))
                .header("Accept", "application/json")
                .repeatable();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage.UpstreamFailed(NAME, e);
        }
    }
}
