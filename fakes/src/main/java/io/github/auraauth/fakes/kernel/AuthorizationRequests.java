package io.github.auraauth.fakes.kernel;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The logins that are asked for, the codes they end with, and where the browser goes. */
final class AuthorizationRequests {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int CODE_BYTES = 24;

    private final List<KnownClient> clients;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Login.Grant> codes = new ConcurrentHashMap<>();

    AuthorizationRequests(List<KnownClient> clients, InstantSource clock, SecureRandom random) {
        this.clients = List.copyOf(clients);
        this.clock = clock;
        this.random = random;
    }

    /** The login that is asked for; empty when nobody may be sent back, since client or address are not known. */
    Optional<Login> asked(RequestParameters query) {
        return clients.stream()
                .filter(client ->
                        query.text("client_id").filter(client.id()::equals).isPresent())
                .flatMap(client -> client.redirectUris().stream()
                        .filter(uri -> query.text("redirect_uri")
                                .filter(uri.toString()::equals)
                                .isPresent())
                        .map(uri -> new Login(
                                client, uri, query.text("state"), query.text("nonce"), query.text("code_challenge"))))
                .findFirst();
    }

    /** What is wrong with it, when client and address are known: the browser is sent back with this error. */
    Optional<String> fault(RequestParameters query) {
        if (query.text("response_type").filter("code"::equals).isEmpty()) {
            return Optional.of("unsupported_response_type");
        }
        if (query.text("scope")
                .filter(scope -> List.of(scope.split(" ", -1)).contains("openid"))
                .isEmpty()) {
            return Optional.of("invalid_scope");
        }
        boolean challenged = query.text("code_challenge").isPresent();
        boolean s256 =
                query.text("code_challenge_method").filter("S256"::equals).isPresent();
        return challenged == s256 ? Optional.empty() : Optional.of("invalid_request");
    }

    /** Back with a code. */
    URI accepted(Login login, FakePerson person, String issuer) {
        String code = token();
        codes.put(code, new Login.Grant(login, person, token(), clock.instant().plus(LIFE)));
        return back(login, issuer, Map.of("code", code));
    }

    /** Back because the person wants no more. */
    URI cancelled(Login login, String issuer) {
        return back(
                login,
                issuer,
                Map.of(
                        "error", "access_denied",
                        "error_description", "The login was cancelled",
                        "error_codes", "login_cancelled"));
    }

    URI failed(Login login, String issuer, String error) {
        return back(login, issuer, Map.of("error", error));
    }

    /** What the code stands for; the second time nothing. */
    Optional<Login.Grant> redeem(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(grant -> clock.instant().isBefore(grant.until()));
    }

    /** A text that nobody guesses. */
    String token() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static URI back(Login login, String issuer, Map<String, String> answer) {
        Map<String, String> all = new LinkedHashMap<>(answer);
        login.state().ifPresent(state -> all.put("state", state));
        all.put("iss", issuer);
        return new RequestParameters(all).behind(login.redirectUri());
    }
}
