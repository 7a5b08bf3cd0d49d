package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.provider.IdTokens;
import io.github.auraauth.domain.provider.LogoutNotice;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.TokenType;
import io.github.auraauth.domain.user.RandomIds;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.provider.BackChannel;
import io.github.auraauth.port.out.provider.BackChannel.Delivery;
import io.github.auraauth.port.out.provider.LogoutNotices;
import io.github.auraauth.port.out.token.TokenSigner;
import io.github.auraauth.usecase.client.ClientReader;
import io.github.auraauth.usecase.signingkey.SigningKeyReader;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Tells clients of logouts, each beside the others, so that one that hangs keeps no other waiting. */
public final class LogoutDelivery {
    private static final int AT_ONCE = 50;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final LogoutNotices notices;
    private final ClientReader clients;
    private final IdTokens tokens;
    private final Signing signing;
    private final BackChannel backChannel;
    private final Executor executor;
    private final InstantSource clock;
    private final SecureRandom random;

    /** @param executor of few threads, which may refuse what is too much: it is tried again later */
    public LogoutDelivery(
            LogoutNotices notices,
            ClientReader clients,
            IdTokens tokens,
            Signing signing,
            BackChannel backChannel,
            Executor executor,
            InstantSource clock,
            SecureRandom random) {
        this.notices = notices;
        this.clients = clients;
        this.tokens = tokens;
        this.signing = signing;
        this.backChannel = backChannel;
        this.executor = executor;
        this.clock = clock;
        this.random = random;
    }

    /** Begins an attempt for each client that one is due for, and does not wait for it. */
    public void deliver(Deadline deadline) {
        for (LogoutNotice notice : notices.due(clock.instant(), AT_ONCE, deadline)) {
            if (!clock.instant().isBefore(notice.expiresAt())) {
                notices.delete(notice.id(), deadline);
            } else if (notices.attempt(notice.attempted(clock.instant()), deadline)) {
                begin(notice);
            }
        }
    }

    private void begin(LogoutNotice notice) {
        try {
            executor.execute(() -> attempt(notice, Deadline.in(LONGEST, clock)));
        } catch (RejectedExecutionException tooMuch) {
            // the next attempt is noted already
        }
    }

    private void attempt(LogoutNotice notice, Deadline deadline) {
        try {
            Optional<Client> client = clients.find(notice.client(), deadline);
            Optional<URI> address = client.flatMap(found -> found.addresses().backChannelLogout());
            boolean over = address.isEmpty() || send(client.get(), address.get(), notice, deadline) != Delivery.FAILED;
            if (over) {
                notices.delete(notice.id(), deadline);
            }
        } catch (Outage later) {
            // the next attempt is noted already
        }
    }

    private Delivery send(Client client, URI address, LogoutNotice notice, Deadline deadline) {
        Secret token = signing.signer()
                .sign(
                        tokens.logoutToken(
                                client.id(),
                                notice.subject(),
                                Optional.of(notice.session()),
                                RandomIds.uuid(random),
                                clock.instant()),
                        signing.keys().current(client.policy().idTokenAlgorithm(), deadline),
                        TokenType.LOGOUT);
        return backChannel.send(address, token, deadline);
    }

    /** What signs, and by which key. */
    public record Signing(TokenSigner signer, SigningKeyReader keys) {}
}
