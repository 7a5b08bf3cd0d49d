package io.github.auraauth.fakes.kernel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks clients that authenticate with a token of their own (RFC 7523, {@code private_key_jwt}). */
final class ClientAssertions {
    private static final Logger LOG = LoggerFactory.getLogger(ClientAssertions.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LONGEST_MINUTES = 6;
    private static final int SKEW_SECONDS = 60;

    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    ClientAssertions(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the assertion is the client's, meant for one of the audiences, and new. */
    boolean prove(KnownClient client, String assertion, String... audiences) {
        return client.jwks()
                .map(jwks -> isProof(client.id(), jwks, assertion, audiences))
                .orElse(false);
    }

    private boolean isProof(String client, URI jwks, String assertion, String... audiences) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(keys(jwks).getJsonWebKeys()))
                    .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "RS256")
                    .setExpectedIssuer(client)
                    .setExpectedSubject(client)
                    .setExpectedAudience(audiences)
                    .setRequireExpirationTime()
                    .setRequireIssuedAt()
                    .setRequireJwtId()
                    .setMaxFutureValidityInMinutes(LONGEST_MINUTES)
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(assertion);
            return used.add(claims.getJwtId());
        } catch (InvalidJwtException | MalformedClaimException | IOException | JoseException e) {
            LOG.atInfo().setCause(e).log("the played Kernel does not believe an assertion");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JsonWebKeySet keys(URI jwks) throws IOException, InterruptedException, JoseException {
        HttpRequest request = HttpRequest.newBuilder(jwks).timeout(PATIENCE).build();
        String json = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return json.contains("\"keys\"") ? new JsonWebKeySet(json) : new JsonWebKeySet(JsonWebKey.Factory.newJwk(json));
    }
}
