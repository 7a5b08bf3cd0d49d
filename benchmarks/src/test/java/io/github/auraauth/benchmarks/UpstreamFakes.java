package io.github.auraauth.benchmarks;

import io.github.auraauth.adapter.azure.FakeBlobStorage;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.LoginStates;
import io.github.auraauth.domain.state.StatePolicy;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRequest;
import io.github.auraauth.domain.state.StateRules;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.fakes.directline.FakeDirectLine;
import io.github.auraauth.fakes.kernel.FakeKernel;
import io.github.auraauth.fakes.kernel.KnownClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Kernel, Direct Line and Blob Storage, played in a process of their own, so that their memory and their failures are not the
 * service's; and states for the logins of callers, who get the auraIds login-0 and on.
 */
public final class UpstreamFakes {
    private static final SecureRandom RANDOM = new SecureRandom();

    private UpstreamFakes() {}

    /**
     * Arguments: port of Kernel and the address under which it is reached; port of Direct Line; the service's callback; the
     * secret of all; a file for login states, a line each, and how many. Prints the port of Blob Storage once all are ready.
     */
    public static void main(String[] args) throws Exception {
        KnownClient client =
                new KnownClient("bench", Optional.of(args[4]), Optional.empty(), List.of(URI.create(args[3])));
        FakeKernel.startBehind(
                URI.create(args[1]), Integer.parseInt(args[0]), List.of(client), InstantSource.system(), RANDOM);
        FakeDirectLine.start(Integer.parseInt(args[2]), List.of(args[4]), InstantSource.system(), RANDOM);
        FakeBlobStorage storage = new FakeBlobStorage();
        storage.put(
                "static-resources/authentication/locale/es-es.json",
                "{\"authentication:done.title\": [\"Hecho\"]}".getBytes(StandardCharsets.UTF_8));
        Files.write(Path.of(args[5]), states(Integer.parseInt(args[6])));
        System.out.println(storage.endpoint().getPort());
    }

    private static List<String> states(int count) {
        LoginStates states = new LoginStates(
                EncryptionKeys.parse("aes-256-cbc", System.getenv("AURA_ENCRYPTION_KEY")),
                35,
                new StateRules(StatePolicy.STRICT, Duration.ofDays(1)),
                KeyedDigest.derivedFrom(Secret.ofText(System.getenv("AURA_SEED_ID")), "benchmarks"),
                RANDOM);
        ChannelId channel =
                ChannelId.parse("6f4c1f0e-0d5b-4a53-9a0e-3d3a5a7a2c11").orElseThrow();
        Instant now = Instant.now();
        return IntStream.range(0, count)
                .mapToObj(i -> new StateRequest(
                        AuraId.parse("login-" + i).orElseThrow(), channel, StatePurpose.LOGIN, LoginState.Extras.NONE))
                .map(request -> states.issue(request, now).revealText())
                .toList();
    }
}
