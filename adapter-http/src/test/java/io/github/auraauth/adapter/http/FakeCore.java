package io.github.auraauth.adapter.http;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;
import io.github.auraauth.domain.apikey.GrantedIdentity;
import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.user.AnonymousUser;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication.ApiKeyCall;
import io.github.auraauth.port.in.bot.Bot;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;
import io.github.auraauth.port.in.health.HealthReport;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.Users;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** All inbound ports, each answering what the test says and noting that it was asked. */
final class FakeCore {
    static final UUID GLOBAL_ID = UUID.fromString("5b0d5a3e-3f4c-5d0c-9a53-0b4d1c7f2e90");
    static final Instant CREATED = Instant.parse("2026-03-01T09:30:00Z");

    /** What was asked, besides keys and health, in words. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    final List<ApiKeyCall> keyCalls = new CopyOnWriteArrayList<>();
    final List<Registration> registrations = new CopyOnWriteArrayList<>();
    final List<Deadline> deadlines = new CopyOnWriteArrayList<>();

    final FakeLogin login = new FakeLogin();
    final FakeKernel kernel = new FakeKernel();

    Function<Deadline, Secret> bot = deadline -> Secret.ofText("{}");
    List<JsonWebKey> signingKeys = List.of();

    BiFunction<AuraId, Registration, RegistrationOutcome> registering = FakeCore::created;
    Function<AuraId, Optional<User>> reading = auraId -> Optional.empty();
    Function<ChannelId, Optional<Channel>> channels = FakeCore::anyChannel;
    Optional<AuraId> newest = Optional.empty();
    RemoveOutcome removal = RemoveOutcome.REMOVED;
    ErasureOutcome erasure = ErasureOutcome.ERASED;
    volatile Supplier<HealthReport> health = () -> new HealthReport(true, Map.of());

    void reset() {
        login.reset();
        kernel.reset();
        bot = deadline -> Secret.ofText("{\"token\":\"a-token\",\"expires_in\":1800}");
        signingKeys = List.of();
        calls.clear();
        keyCalls.clear();
        registrations.clear();
        deadlines.clear();
        registering = FakeCore::created;
        reading = auraId -> Optional.empty();
        channels = FakeCore::anyChannel;
        newest = Optional.empty();
        removal = RemoveOutcome.REMOVED;
        erasure = ErasureOutcome.ERASED;
        health = () -> new HealthReport(true, Map.of("mongo", true));
    }

    private static Optional<Channel> anyChannel(ChannelId id) {
        return Optional.of(new Channel(id, Optional.empty(), true));
    }

    /** What is published in Kernel. */
    Optional<InboundPorts.Kernel> published() {
        return Optional.of(
                kernel.ports((registration, deadline) -> register(new AuraId("new"), registration, deadline)));
    }

    InboundPorts ports(Optional<InboundPorts.Kernel> published) {
        return new InboundPorts(
                (call, deadline) -> decide(call),
                users(),
                (number, begun, deadline) -> note("erase " + number.value(), deadline, () -> erasure),
                login.port(),
                bot(),
                () -> signingKeys,
                published,
                deadline -> health.get());
    }

    private Bot bot() {
        return new Bot() {
            @Override
            public Secret issueToken(Deadline deadline) {
                return note("issueBotToken", deadline, () -> bot.apply(deadline));
            }

            @Override
            public Secret openConversation(Deadline deadline) {
                return note("openConversation", deadline, () -> bot.apply(deadline));
            }
        };
    }

    private Users users() {
        return new Users() {
            @Override
            public RegistrationOutcome register(Registration registration, Deadline deadline) {
                return FakeCore.this.register(new AuraId("new"), registration, deadline);
            }

            @Override
            public RegistrationOutcome registerWithAuraId(AuraId auraId, Registration registration, Deadline deadline) {
                return FakeCore.this.register(auraId, registration, deadline);
            }

            @Override
            public Optional<User> read(AuraId auraId, Deadline deadline) {
                return note("read", deadline, () -> reading.apply(auraId)).map(User::withoutIdTokenHint);
            }

            @Override
            public Optional<User> readWithIdTokenHint(AuraId auraId, Deadline deadline) {
                return note("readWithIdTokenHint", deadline, () -> reading.apply(auraId));
            }

            @Override
            public Optional<AuraId> findNewest(AuraGlobalId globalId, ChannelId channelId, Deadline deadline) {
                return note("findNewest", deadline, () -> newest);
            }

            @Override
            public AnonymousUser identifyAnonymous(AuraId auraId, ChannelId channelId) {
                return new AnonymousUser(auraId, new UUID(1, 2), new AuraGlobalId(new UUID(3, 4)), channelId);
            }

            @Override
            public RemoveOutcome remove(AuraId auraId, Deadline deadline) {
                return note("remove", deadline, () -> removal);
            }
        };
    }

    static User user(AuraId auraId, Registration registration) {
        return User.registered(auraId, new AuraGlobalId(GLOBAL_ID), registration, CREATED);
    }

    static RegistrationOutcome created(AuraId auraId, Registration registration) {
        return new RegistrationOutcome.Created(user(auraId, registration));
    }

    private RegistrationOutcome register(AuraId auraId, Registration registration, Deadline deadline) {
        registrations.add(registration);
        return note("register " + auraId.value(), deadline, () -> registering.apply(auraId, registration));
    }

    /** A good key is {@code APIKEY <app> <mode>}; the mode is that of the real decision. */
    private AuthenticationResult<GrantedIdentity> decide(ApiKeyCall call) {
        keyCalls.add(call);
        if (call.authorization().equals(Optional.of("APIKEY throttled"))) {
            return AuthenticationResult.refused(Refusal.THROTTLED);
        }
        if (call.authorization().equals(Optional.of("APIKEY undecided"))) {
            return AuthenticationResult.refused(Refusal.UNDECIDED);
        }
        String[] words = call.authorization().orElse("").split(" ", -1);
        if (words.length != 3 || !words[0].equals("APIKEY")) {
            return AuthenticationResult.refused(Refusal.UNAUTHENTICATED);
        }
        Set<String> apps = Set.of(words[1]);
        boolean level = call.needed().anyOf().stream().anyMatch(needed -> needed.admits(apps));
        boolean mode = words[2].contains(call.needed().mode().text());
        return level && mode
                ? new AuthenticationResult.Granted<>(new GrantedIdentity(apps, Optional.empty()))
                : AuthenticationResult.refused(Refusal.FORBIDDEN);
    }

    private <T> T note(String call, Deadline deadline, Supplier<T> answer) {
        calls.add(call);
        deadlines.add(deadline);
        return answer.get();
    }
}
