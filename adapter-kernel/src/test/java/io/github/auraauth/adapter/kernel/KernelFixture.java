package io.github.auraauth.adapter.kernel;

import io.github.auraauth.adapter.jose.ConfiguredSigningKeys;
import io.github.auraauth.adapter.jose.JoseTokenSigner;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.fakes.kernel.KnownClient;
import io.github.auraauth.fakes.kernel.ScriptedKernel;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.outgoing.OutgoingHttpConfig;
import io.github.auraauth.outgoing.UpstreamClient;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.testkit.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A fake Kernel and the adapters over it. */
final class KernelFixture implements AutoCloseable {
    static final URI BACK = URI.create("http://localhost:1/aura-services/v1/users/auraid/integrated");
    static final String CLIENT = "aura&client:1";
    static final String SECRET = "s3cret+ with%:&=\u00E9";

    private static final SecureRandom RANDOM = new SecureRandom();

    final SettableClock clock = SettableClock.startingNow();
    final ScriptedKernel fake;
    final OutgoingHttp http = OutgoingHttp.open(
            new OutgoingHttpConfig(true, Duration.ofSeconds(10), 200, Duration.ofSeconds(10), 1, List.of()),
            new SimpleMeterRegistry(),
            InstantSource.system());
    final KernelConfig config;
    final UpstreamClient upstream = http.upstream("kernel");
    final KernelDiscovery discovery;
    final KernelClientAuthentication authentication = authentication(List.of());
    final KernelLoginProvider provider;

    private final boolean own;

    /** With a fake of its own. */
    KernelFixture() {
        this(fake(Optional.empty()), true);
    }

    /** With a fake that others use too. */
    KernelFixture(ScriptedKernel fake) {
        this(fake, false);
    }

    private KernelFixture(ScriptedKernel fake, boolean own) {
        this.fake = fake;
        this.own = own;
        this.config = config(fake.address());
        this.discovery = new KernelDiscovery(config, upstream, clock);
        this.provider = new KernelLoginProvider(config, discovery, upstream, authentication);
    }

    static ScriptedKernel fake(Optional<URI> jwks) {
        KnownClient client = new KnownClient(CLIENT, Optional.of(SECRET), jwks, List.of(BACK));
        return ScriptedKernel.start(0, List.of(client), InstantSource.system(), RANDOM);
    }

    static KernelConfig config(URI endpoint) {
        return new KernelConfig(
                Optional.of(endpoint),
                Optional.of(new KernelConfig.Client(CLIENT, Optional.of(Secret.ofText(SECRET)), BACK)));
    }

    static KernelClientAuthentication authentication(List<PrivateSigningKey> keys) {
        return new KernelClientAuthentication(new JoseTokenSigner(), keys, InstantSource.system(), RANDOM);
    }

    static PrivateSigningKey signingKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            return ConfiguredSigningKeys.parse(
                            "ours", Secret.ofText(Base64.getEncoder().encodeToString(key)))
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
    }

    /** A parameter of an address. */
    static Optional<String> parameter(URI address, String name) {
        for (String pair : address.getRawQuery().split("&", -1)) {
            if (pair.startsWith(name + '=')) {
                return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    static Secret code(URI back) {
        return Secret.ofText(parameter(back, "code").orElseThrow());
    }

    @Override
    public void close() {
        http.close();
        if (own) {
            fake.close();
        }
    }
}
