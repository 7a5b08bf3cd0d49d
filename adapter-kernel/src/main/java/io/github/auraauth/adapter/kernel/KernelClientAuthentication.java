package io.github.auraauth.adapter.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.domain.token.TokenType;
import io.github.auraauth.outgoing.UpstreamRequest;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.token.TokenSigner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Authenticates this service to Kernel: by HTTP Basic where there is a secret (RFC 6749, section 2.3.1), else by a signed
 * token, {@code private_key_jwt} (RFC 7523). Safe for use by many threads.
 */
public final class KernelClientAuthentication {
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);
    private static final int JTI_BYTES = 16;
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final String DEPENDENCY = "the signing key";

    private final TokenSigner signer;
    private final List<PrivateSigningKey> keys;
    private final InstantSource clock;
    private final SecureRandom random;

    /**
     * @param signer used only where there is no secret
     * @param keys of which the first signs; none when tokens cannot be signed
     */
    public KernelClientAuthentication(
            TokenSigner signer, List<PrivateSigningKey> keys, InstantSource clock, SecureRandom random) {
        this.signer = requireNonNull(signer, "signer");
        this.keys = List.copyOf(keys);
        this.clock = requireNonNull(clock, "clock");
        this.random = requireNonNull(random, "random");
    }

    /** The request with the parameters as its body and with the authentication. */
    UpstreamRequest authenticated(
            UpstreamRequest request, FormParameters parameters, KernelConfig.Client client, URI tokenEndpoint) {
        return client.secret()
                .map(secret -> request.header("Authorization", basic(client.id(), secret))
                        .body(FormParameters.MEDIA_TYPE, parameters.encoded()))
                .orElseGet(() -> request.body(
                        FormParameters.MEDIA_TYPE,
                        parameters
                                .with("client_assertion_type", ASSERTION_TYPE)
                                .with("client_assertion", assertion(client.id(), tokenEndpoint))
                                .encoded()));
    }

    private Secret assertion(String client, URI tokenEndpoint) {
        PrivateSigningKey key = keys.stream().findFirst().orElseThrow(() -> new Outage.Unavailable(DEPENDENCY));
        byte[] jti = new byte[JTI_BYTES];
        random.nextBytes(jti);
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = Map.of(
                "iss",
                client,
                "sub",
                client,
                "aud",
                tokenEndpoint.toString(),
                "jti",
                HexFormat.of().formatHex(jti),
                "iat",
                now,
                "exp",
                now + TIME_TO_LIVE.toSeconds());
        return signer.sign(TokenClaims.of(claims), key, TokenType.JWT);
    }

    private static Secret basic(String id, Secret secret) {
        String both = FormParameters.encoded(id) + ':' + FormParameters.encoded(secret.revealText());
        return Secret.ofText("Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.US_ASCII)));
    }
}
