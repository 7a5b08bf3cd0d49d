package io.github.auraauth.usecase.login;

import io.github.auraauth.adapter.memory.activity.InMemoryActivityLog;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.kernel.RefusalClassifier;
import io.github.auraauth.domain.kernel.RefusalPatterns;
import io.github.auraauth.domain.redirect.TrustedHosts;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginCookieCodec;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.LoginStates;
import io.github.auraauth.domain.state.StatePolicy;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRequest;
import io.github.auraauth.domain.state.StateRules;
import io.github.auraauth.domain.token.IdTokenRules;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.LoginAnswer;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.usecase.AuditRecorders;
import io.github.auraauth.usecase.Environment;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.channel.AnyChannel;
import io.github.auraauth.usecase.kernel.ProviderTokenVerifier;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One instance of the service that lets people log in, over stores in memory and a provider that is played. */
final class LoginEnvironment {
    static final String CLIENT = "our-client";
    static final AuraId AURA_ID = new AuraId("8c2e8a5e-5c0f-4c1e-9d3b-2f6a1e0b7c44");
    static final UserId SUBJECT = new UserId("subject-1");
    static final int FAILURES = 5;

    final Environment environment = new Environment();
    final PlayedProvider provider = new PlayedProvider();
    private final EncryptionKeys keys = EncryptionKeys.parse("aes-256-cbc", "an-example-key-of-32-characters!");
    private final LoginStates states = new LoginStates(
            keys,
            35,
            new StateRules(StatePolicy.COMPAT, Duration.ofMinutes(10)),
            KeyedDigest.derivedFrom(Environment.SEED, "tests"),
            environment.random);
    private final LoginStateVerifier verifier = new LoginStateVerifier(
            states,
            TrustedHosts.parse(List.of("chat.example"), false),
            new SourceThrottle(FAILURES, environment.clock),
            environment.clock);
    private final BrowserBinding browser = new BrowserBinding(
            new LoginCookieCodec(keys, environment.random), new AnyChannel(), environment.random, environment.clock);
    private final ReplayGuard replays = new ReplayGuard(environment.stateUses, environment.erased, environment.hasher);
    private final Users stored = environment.users(environment.coherentCache());
    private final Users users = (Users) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Users.class}, (proxy, method, arguments) -> {
                failIfStoreIsAway();
                return method.invoke(stored, arguments);
            });
    final InMemoryActivityLog activity = new InMemoryActivityLog();
    private final ActivityRecorder recorder =
            AuditRecorders.over(activity, activity, environment.clock, environment.random);
    boolean storeAway;
    private int proceedings;
    private final KernelLogin login = new KernelLogin(
            replays,
            provider,
            new IdTokenVerifier(
                    provider,
                    new ProviderTokenVerifier(provider, provider),
                    new IdTokenRules(CLIENT),
                    environment.clock),
            new UserLinker(users, replays, recorder));
    private final RefusalClassifier sorting = new RefusalClassifier(
            new RefusalPatterns(Set.of("205"), List.of("wrong password")),
            new RefusalPatterns(Set.of("300"), List.of("too slow")));

    /** Asks before it links. */
    final LoginService asking = service(true);

    final LoginService silent = service(false);

    /** An instance whose provider lets the subject in. */
    LoginEnvironment() {
        believe("");
        provider.introspected = Optional.of(person(SUBJECT));
    }

    private LoginService service(boolean confirmsLinks) {
        return new LoginService(
                verifier, replays, provider, browser, login, users, new LoginPolicy(sorting, confirmsLinks), recorder);
    }

    /** Lets the id_token say what it must, with that nonce. */
    void believe(String nonce) {
        long now = environment.clock.instant().getEpochSecond();
        provider.claims.putAll(Map.of(
                "iss", PlayedProvider.ISSUER, "aud", CLIENT, "sub", SUBJECT.value(), "iat", now, "exp", now + 300));
        provider.claims.put("nonce", nonce);
    }

    static KernelPerson person(UserId userId) {
        return new KernelPerson(
                userId,
                Optional.of(new AuthorizationId("session-1")),
                Optional.of(new Authentication(AuthenticationType.UID, "uid-1")));
    }

    /** A fresh state; the id_token will repeat its nonce. */
    String state(StatePurpose purpose, LoginState.Extras extras) {
        Secret text = states.issue(
                new StateRequest(AURA_ID, Environment.CHANNEL, purpose, extras), environment.clock.instant());
        String state = new String(text.reveal(), StandardCharsets.US_ASCII);
        believe(states.read(state, purpose, environment.clock.instant())
                .orElseThrow()
                .state()
                .nonce()
                .orElseThrow());
        return state;
    }

    String state() {
        return state(StatePurpose.LOGIN, LoginState.Extras.NONE);
    }

    static LoginState.Extras extras(String locale, String redirectUri) {
        return new LoginState.Extras(Optional.of(locale), Optional.of(redirectUri), Optional.empty(), Optional.empty());
    }

    static LoginCall call(String state) {
        return new LoginCall(state, "192.0.2.7");
    }

    private void failIfStoreIsAway() {
        if (storeAway) {
            throw new Outage.Unavailable("mongo");
        }
    }

    /** What a person is asked who opens a link in a browser that knows nothing of it. */
    Told.Outcome asked(String state) {
        return asked(state, Optional.empty());
    }

    Told.Outcome asked(String state, Optional<Secret> cookie) {
        return asking.start(call(state), cookie, environment.soon()).outcome().fold(new Told());
    }

    /** What follows when a person who was asked agrees. */
    Told.Outcome agreed(String state, Told.Outcome asked) {
        return proceed(state, asked.token().orElseThrow(), asked.held());
    }

    /** From a source of its own each time, so that no refusal turns the next one away. */
    Told.Outcome proceed(String state, Secret token, Optional<Secret> cookie) {
        return asking.proceed(
                        new LoginCall(state, "source " + proceedings++),
                        new LoginCall.Consent(token, cookie),
                        environment.soon())
                .outcome()
                .fold(new Told());
    }

    /** The cookie with which a started and confirmed login comes back. */
    Secret started(String state) {
        return agreed(state, asked(state)).cookie();
    }

    LoginAnswer receive(String state, LoginCall.Reply reply) {
        return asking.receive(call(state), reply, environment.soon());
    }

    static LoginCall.Reply code(Optional<Secret> cookie) {
        return new LoginCall.Reply(Optional.of(PlayedProvider.CODE), Optional.empty(), cookie);
    }

    Optional<User> user() {
        return environment.store.find(AURA_ID, environment.soon());
    }
}
