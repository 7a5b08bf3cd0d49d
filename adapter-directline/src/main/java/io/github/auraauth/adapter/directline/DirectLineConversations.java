package io.github.auraauth.adapter.directline;

import io.github.auraauth.adapter.directline.SecretRing.Turn;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.Call;
import io.github.auraauth.outgoing.Peer;
import io.github.auraauth.outgoing.Reply;
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
 * Conversations over Direct Line 3.0. Its secrets are used in turn; one that it does not take is set aside for five
 * minutes. Repeating a call does no harm: a token or a conversation that nobody uses expires.
 */
public final class DirectLineConversations implements BotConversations {
    private static final Logger LOG = LoggerFactory.getLogger(DirectLineConversations.class);
    private static final String NAME = "direct-line";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final DirectLineConfig config;
    private final Peer peer;
    private final InstantSource clock;
    private final SecretRing secrets;

    public DirectLineConversations(DirectLineConfig config, Peer peer, InstantSource clock) {
        this.config = config;
        this.peer = peer;
        this.clock = clock;
        this.secrets = new SecretRing(config.secrets(), clock);
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
        Set<Turn> refused = new HashSet<>();
        Optional<Turn> turn = secrets.next(refused);
        while (turn.isPresent()) {
            Reply reply = waitingOnce(call(target, turn.get().secret()), deadline);
            if (!Answers.isSecretRefused(reply)) {
                return relayed(turn.get(), reply);
            }
            setAside(turn.get());
            refused.add(turn.get());
            turn = secrets.next(refused);
        }
        throw new Outage.UpstreamFailed(NAME);
    }

    private Secret relayed(Turn turn, Reply reply) {
        if (!Answers.isGiven(reply)) {
            throw new Outage.UpstreamFailed(NAME);
        }
        secrets.takeBack(turn);
        return Secret.of(reply.body());
    }

    private void setAside(Turn turn) {
        secrets.setAside(turn);
        LOG.atWarn().addKeyValue("secret", turn.number() + 1).log("Direct Line refused a secret");
    }

    /** The reply after the pause that the first one may have asked for. */
    private Reply waitingOnce(Call call, Deadline deadline) {
        Reply reply = peer.send(call, deadline);
        if (!Answers.asksForPause(reply)) {
            return reply;
        }
        Duration pause = RetryAfter.of(reply, clock.instant());
        if (pause.compareTo(LONGEST_WAIT) > 0 || pause.compareTo(deadline.remaining()) >= 0) {
            throw new Outage.Paused(NAME, pause);
        }
        sleep(pause);
        Reply second = peer.send(call, deadline);
        if (Answers.asksForPause(second)) {
            throw new Outage.Paused(NAME, RetryAfter.of(second, clock.instant()));
        }
        return second;
    }

    private static Call call(URI target, Secret secret) {
        String bearer = "Bearer " + new String(secret.reveal(), StandardCharsets.US_ASCII);
        return Call.post(target, target.getRawPath())
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
