package io.github.auraauth.app.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client is told of logouts by tokens that jose4j verifies, as OpenID Connect Back-Channel Logout 1.0 has it. */
@Tag("deep")
class BackChannelLogoutTest {
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @TempDir
    private static Path folder;

    private static final Deque<Integer> ANSWERS = new ConcurrentLinkedDeque<>();
    private static final Queue<String> RECEIVED = new ConcurrentLinkedQueue<>();
    private static OpenIdProvider provider;
    private static HttpServer receiver;

    @BeforeAll
    static void open() throws IOException {
        provider = OpenIdProvider.start(folder);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/logged-out", BackChannelLogoutTest::receive);
        receiver.start();
    }

    @AfterAll
    static void close() {
        receiver.stop(0);
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256"})
    void token_ofALogout_isVerified_andSentAgainUntilItIsTaken(String algorithm) throws Exception {
        ANSWERS.addAll(List.of(503, 200));
        RECEIVED.clear();
        String id = "told-by-" + algorithm;
        String address = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/logged-out?of=us";
        JudgingClient client = JudgingClient.register(
                provider, id, JWSAlgorithm.parse(algorithm), "--backchannel-logout-uri", address);
        Visitor visitor = new Visitor();
        JWTClaimsSet login = client.logIn(visitor).getIDToken().getJWTClaimsSet();
        Instant before = Instant.now();
        visitor.logOut(provider);
        Eventually.holds("the client has been told twice", () -> RECEIVED.size() == 2);
        String first = token(RECEIVED.remove());
        String second = token(RECEIVED.remove());
        for (String token : List.of(first, second)) {
            JwtClaims claims = consumer(id, algorithm).processToClaims(token);
            assertThat(claims.getSubject()).isEqualTo(login.getSubject());
            assertThat(claims.getClaimValueAsString("sid")).isEqualTo(login.getStringClaim("sid"));
            assertThat(claims.getClaimValue("events")).isEqualTo(Map.of(EVENT, Map.of()));
            assertThat(claims.hasClaim("nonce")).isFalse();
            assertThat(claims.getAudience()).containsExactly(id);
            assertThat(claims.getExpirationTime().getValue()
                            - claims.getIssuedAt().getValue())
                    .isPositive()
                    .isLessThanOrEqualTo(120);
            assertThat(claims.getIssuedAt().getValue()).isGreaterThanOrEqualTo(before.getEpochSecond());
        }
        assertThat(jti(first)).isNotEqualTo(jti(second));
    }

    private static void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        RECEIVED.add(exchange.getRequestMethod()
                + ' '
                + exchange.getRequestURI()
                + ' '
                + exchange.getRequestHeaders().getFirst("Content-Type")
                + ' '
                + body);
        exchange.sendResponseHeaders(ANSWERS.remove(), -1);
        exchange.close();
    }

    private static String token(String received) {
        String form = "POST /logged-out?of=us application/x-www-form-urlencoded logout_token=";
        assertThat(received).startsWith(form);
        return URLDecoder.decode(received.substring(form.length()), UTF_8);
    }

    /** What takes nothing else than a token of a logout for that client. */
    private static JwtConsumer consumer(String clientId, String algorithm) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(
                        new HttpsJwksVerificationKeyResolver(new HttpsJwks(provider.issuer() + "/jwks")))
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, algorithm)
                .setExpectedType(true, "logout+jwt")
                .setExpectedIssuer(true, provider.issuer())
                .setExpectedAudience(true, clientId)
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setRequireJwtId()
                .setRequireSubject()
                .build();
    }

    private static String jti(String token) throws Exception {
        return SignedJWT.parse(token).getJWTClaimsSet().getJWTID();
    }
}
