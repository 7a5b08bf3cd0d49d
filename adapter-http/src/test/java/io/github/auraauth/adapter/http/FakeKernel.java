package io.github.auraauth.adapter.http;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.kernel.KernelAuthentication.KernelCall;
import io.github.auraauth.port.in.user.OwnUsers;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/**
 * What the API published in Kernel asks of the core. A good token is {@code good.<sub>.<word>...}, where the words are
 * {@code r} and {@code w} for the scopes, {@code admin} for the purpose, {@code nosession} and {@code nocontext} for
 * what a token does not say beside its subject. One user, {@code anne-1}, is Anne's.
 */
final class FakeKernel {
    static final String ANNE = "Bearer good.anne.r.w";
    static final String BOB = "Bearer good.bob.r.w";
    static final String ADMIN = "Bearer good.anne.r.w.admin";

    final List<KernelCall> calls = new CopyOnWriteArrayList<>();
    final List<UserId> owners = new CopyOnWriteArrayList<>();

    void reset() {
        calls.clear();
        owners.clear();
    }

    /** @param registering registers a user as the other API does */
    InboundPorts.Kernel ports(BiFunction<Registration, Deadline, RegistrationOutcome> registering) {
        return new InboundPorts.Kernel((call, deadline) -> decide(call), new OwnUsers() {
            @Override
            public RegistrationOutcome register(Registration registration, Deadline deadline) {
                return registering.apply(registration, deadline);
            }

            @Override
            public RemoveOutcome remove(AuraId auraId, UserId owner, Deadline deadline) {
                return isAnne(owner) && auraId.value().equals("anne-1") ? RemoveOutcome.REMOVED : RemoveOutcome.ABSENT;
            }

            @Override
            public Optional<AuraId> findNewest(
                    AuraGlobalId globalId, ChannelId channelId, UserId owner, Deadline deadline) {
                return isAnne(owner) ? Optional.of(new AuraId("anne-1")) : Optional.empty();
            }
        });
    }

    private boolean isAnne(UserId owner) {
        owners.add(owner);
        return owner.value().equals("anne");
    }

    private AuthenticationResult<KernelPerson> decide(KernelCall call) {
        calls.add(call);
        String text = call.token()
                .map(token -> new String(token.reveal(), StandardCharsets.UTF_8))
                .orElse("");
        if (text.equals("outage")) {
            throw new Outage.UpstreamTimedOut("kernel");
        }
        List<String> words = List.of(text.split("\\.", -1));
        if (!words.get(0).equals("good")) {
            return AuthenticationResult.refused(Refusal.UNAUTHENTICATED);
        }
        boolean scoped = words.contains(call.mode() == AccessMode.READ ? "r" : "w");
        if (!scoped || call.administration() && !words.contains("admin")) {
            return AuthenticationResult.refused(Refusal.FORBIDDEN);
        }
        return new AuthenticationResult.Granted<>(new KernelPerson(
                new UserId(words.get(1)),
                words.contains("nosession")
                        ? Optional.empty()
                        : Optional.of(new AuthorizationId("session of " + words.get(1))),
                words.contains("nocontext")
                        ? Optional.empty()
                        : Optional.of(new Authentication(AuthenticationType.UID, "uid of " + words.get(1)))));
    }
}
