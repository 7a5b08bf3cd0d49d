package io.github.auraauth.benchmarks;

import io.github.auraauth.adapter.memory.InMemoryApiKeyRegistry;
import io.github.auraauth.adapter.memory.InMemoryRevocationLog;
import io.github.auraauth.adapter.memory.NoRevocationMirror;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.GrantedIdentity;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication.ApiKeyCall;
import io.github.auraauth.usecase.apikey.ApiKeyAuthenticationService;
import io.github.auraauth.usecase.revocation.RevocationLogFollower;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Deciding a call by a key that was good before, beside one SHA-256 of its text. */
@State(Scope.Benchmark)
public class KnownKeyBenchmark {
    private static final InstantSource CLOCK = InstantSource.system();

    private ApiKeyAuthenticationService service;
    private ApiKeyCall call;
    private String text;

    /** The key's format. */
    @Param({"v1", "v2"})
    public String format;

    /** Has the service see the key once. */
    @Setup
    public void present() {
        ApiKeys keys = new ApiKeys(
                EncryptionKeys.parse("aes-256-cbc", "0123456789abcdefghijklmnopqrstuv"),
                35,
                "local",
                ApiKeyPolicy.COMPAT,
                new SecureRandom());
        ApiKeyModel.Grants grants = new ApiKeyModel.Grants(
                Set.of("aura-services"), Set.of("aura-bot"), AccessMode.READ_WRITE, List.of("/users/**", "/token/**"));
        Instant end = CLOCK.instant().plus(Duration.ofDays(1));
        ApiKeyRequest request = new ApiKeyRequest("9.5.0", grants, Optional.of(end), Optional.empty());
        IssuedApiKey issued = format.equals("v1") ? keys.issueLegacy(request) : keys.issue(request, CLOCK.instant());
        text = new String(issued.text().reveal(), StandardCharsets.US_ASCII);
        RevocationLogFollower revocations = new RevocationLogFollower(
                new InMemoryRevocationLog(), new NoRevocationMirror(), Duration.ofDays(1), CLOCK);
        revocations.poll(soon());
        service = new ApiKeyAuthenticationService(
                keys, new InMemoryApiKeyRegistry(), revocations, new SourceThrottle(60, CLOCK), CLOCK);
        call = new ApiKeyCall(
                Optional.of("APIKEY " + text),
                "192.0.2.1",
                RequiredAccess.ofPublic(AccessMode.READ),
                RequestPath.parse("/users/somebody").orElseThrow());
        service.authenticate(call, soon());
        if (known().isEmpty()) {
            throw new IllegalStateException("the key is not known");
        }
    }

    /** What the service does. */
    @Benchmark
    public Optional<GrantedIdentity> known() {
        return service.recognize(call);
    }

    /** One digest of the text. */
    @Benchmark
    public byte[] bare() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(1), CLOCK);
    }
}
