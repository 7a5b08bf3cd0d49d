package io.github.auraauth.adapter.kernel;

import static io.github.auraauth.adapter.kernel.KernelFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.fakes.kernel.KernelEndpoint;
import io.github.auraauth.fakes.kernel.KernelMisbehaviour;
import io.github.auraauth.fakes.kernel.ScriptedKernel;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.login.LoginProvider.AuthorizationRequest;
import io.github.auraauth.testkit.login.LoginProviderContract;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MisbehavingKernelTest {
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private static final ScriptedKernel FAKE = KernelFixture.fake(Optional.empty());

    /** A breaker of its own for each test. */
    private final KernelFixture kernel = new KernelFixture(FAKE);

    private final int asked = FAKE.asked(KernelEndpoint.TOKEN);

    @AfterEach
    void close() {
        kernel.close();
        FAKE.behave();
    }

    @AfterAll
    static void stop() {
        FAKE.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INVALID_GRANT")
    void exchange_tokenEndpointFails_isAnOutageAfterOneRequest(KernelMisbehaviour how) {
        Secret code = code();
        assertOutage(how, KernelEndpoint.TOKEN, deadline -> exchange(code, deadline), code);
        assertThat(FAKE.asked(KernelEndpoint.TOKEN)).isEqualTo(asked + 1);
        assertThat(FAKE.followed()).isZero();
    }

    @Test
    void exchange_invalidGrant_isRefused() {
        FAKE.misbehave(KernelEndpoint.TOKEN, KernelMisbehaviour.INVALID_GRANT);
        assertThat(exchange(code(), soon())).isTrue();
        assertThat(FAKE.asked(KernelEndpoint.TOKEN)).isEqualTo(asked + 1);
    }

    @ParameterizedTest
    @EnumSource
    void introspect_endpointFails_isAnOutage(KernelMisbehaviour how) {
        Secret token = Secret.ofText("an-access-token-to-ask-for");
        kernel.provider.metadata(soon());
        assertOutage(how, KernelEndpoint.INTROSPECT, deadline -> kernel.provider.introspect(token, deadline), token);
        assertThat(FAKE.followed()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void metadata_discoveryFails_isAnOutageAndNoFallback(KernelMisbehaviour how) {
        assertOutage(
                how, KernelEndpoint.DISCOVERY, deadline -> kernel.provider.metadata(deadline), Secret.ofText("state"));
        assertThat(FAKE.followed()).isZero();
        FAKE.behave();
        assertThat(kernel.provider.metadata(soon()).issuer()).isEqualTo(FAKE.issuer());
    }

    @ParameterizedTest
    @EnumSource
    void current_keySetFails_isAnOutage(KernelMisbehaviour how) {
        KernelKeys keys = new KernelKeys(kernel.discovery, kernel.upstream, kernel.clock);
        kernel.provider.metadata(soon());
        assertOutage(how, KernelEndpoint.JWKS, deadline -> keys.current(deadline), Secret.ofText("state"));
        FAKE.behave();
        assertThat(keys.current(soon()).json()).isEqualTo(FAKE.keySet());
    }

    private void assertOutage(KernelMisbehaviour how, KernelEndpoint endpoint, Consumer<Deadline> call, Secret secret) {
        FAKE.misbehave(endpoint, how);
        boolean silent = how == KernelMisbehaviour.SILENCE;
        Deadline deadline = silent ? Deadline.in(Duration.ofSeconds(1), InstantSource.system()) : soon();
        long start = System.nanoTime();
        Outage outage = catchThrowableOfType(Outage.class, () -> call.accept(deadline));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
        assertThat(outage).isInstanceOf(silent ? Outage.UpstreamTimedOut.class : Outage.UpstreamFailed.class);
        StringWriter trace = new StringWriter();
        outage.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .doesNotContain(KernelFixture.SECRET)
                .doesNotContain(FormParameters.encoded(KernelFixture.SECRET))
                .doesNotContain(new String(secret.reveal(), StandardCharsets.UTF_8));
    }

    private Secret code() {
        AuthorizationRequest request = new AuthorizationRequest("a", Optional.empty(), LoginProviderContract.CHALLENGE);
        return KernelFixture.code(
                FAKE.logIn(kernel.provider.authorizationRequest(request, soon()), "someone@example.org"));
    }

    private boolean exchange(Secret code, Deadline deadline) {
        return kernel.provider
                .exchange(code, Optional.of(LoginProviderContract.VERIFIER), deadline)
                .fold((idToken, accessToken) -> false, () -> true);
    }
}
