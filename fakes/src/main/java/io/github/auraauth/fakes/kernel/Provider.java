package io.github.auraauth.fakes.kernel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The decisions of the provider, without HTTP. */
final class Provider {
    private static final Answer INVALID_CLIENT = Answer.error(401, "invalid_client");
    private static final Answer INVALID_GRANT = Answer.error(400, "invalid_grant");

    private final AuthorizationRequests logins;
    private final ClientCredentialCheck clients;
    private final FakeKeys keys;
    private final FakeTokens tokens;
    private final KernelHooks hooks;
    private final Map<String, Login.Grant> accessTokens = new ConcurrentHashMap<>();
    private volatile URI address = URI.create("http://127.0.0.1/");

    Provider(
            AuthorizationRequests logins,
            ClientCredentialCheck clients,
            FakeKeys keys,
            InstantSource clock,
            KernelHooks hooks) {
        this.logins = logins;
        this.clients = clients;
        this.keys = keys;
        this.tokens = new FakeTokens(keys, clock, hooks);
        this.hooks = hooks;
    }

    void listensOn(URI given) {
        address = given;
    }

    /** Without discovery a client knows nothing but the address, and takes that for the issuer. */
    String issuer() {
        String text = address.toString();
        return hooks.isDiscoverable() ? text.substring(0, text.length() - 1) : text;
    }

    Map<String, ?> metadata() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("issuer", issuer());
        all.put("authorization_endpoint", at(KernelEndpoint.AUTHORIZE));
        all.put("token_endpoint", at(KernelEndpoint.TOKEN));
        all.put("introspection_endpoint", at(KernelEndpoint.INTROSPECT));
        all.put("jwks_uri", at(KernelEndpoint.JWKS));
        all.put("response_types_supported", List.of("code"));
        all.put("subject_types_supported", List.of("public"));
        all.put("id_token_signing_alg_values_supported", List.of("RS256"));
        all.put("scopes_supported", List.of("openid"));
        all.put("code_challenge_methods_supported", List.of("S256"));
        all.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "private_key_jwt"));
        all.put("authorization_response_iss_parameter_supported", true);
        return all;
    }

    String keySet() {
        return keys.json();
    }

    void rotateKeys() {
        keys.rotate();
    }

    AuthorizationRequests logins() {
        return logins;
    }

    URI logIn(RequestParameters asked, String identifier) {
        Login login = logins.asked(asked)
                .filter(known -> logins.fault(asked).isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("no login that Kernel would begin"));
        FakePerson person = FakePerson.parse(identifier)
                .orElseThrow(() -> new IllegalArgumentException("neither a phone number nor an e-mail address"));
        return logins.accepted(login, person, issuer());
    }

    Answer token(Optional<String> authorization, RequestParameters form) {
        return clients.caller(authorization, form, issuer(), at(KernelEndpoint.TOKEN))
                .map(client -> form.text("grant_type")
                                .filter("authorization_code"::equals)
                                .isPresent()
                        ? form.text("code")
                                .flatMap(logins::redeem)
                                .filter(grant -> fits(grant.login(), client, form))
                                .map(this::tokens)
                                .orElse(INVALID_GRANT)
                        : Answer.error(400, "unsupported_grant_type"))
                .orElse(INVALID_CLIENT);
    }

    Answer introspection(Optional<String> authorization, RequestParameters form) {
        return clients.caller(authorization, form, issuer(), at(KernelEndpoint.TOKEN))
                .map(client -> form.text("token")
                        .map(accessTokens::get)
                        .map(grant -> new Answer(200, about(grant)))
                        .orElseGet(() -> new Answer(200, Map.of("active", false))))
                .orElse(INVALID_CLIENT);
    }

    String signedAccessToken(Map<String, Object> claims) {
        return tokens.accessToken(claims, issuer());
    }

    private Answer tokens(Login.Grant grant) {
        String accessToken = logins.token();
        accessTokens.put(accessToken, grant);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("access_token", accessToken);
        all.put("token_type", "Bearer");
        all.put("expires_in", 3600);
        all.put("scope", "openid");
        all.put("id_token", tokens.idToken(grant, issuer()));
        return new Answer(200, all);
    }

    private Map<String, ?> about(Login.Grant grant) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("active", true);
        all.put("iss", issuer());
        all.put("client_id", grant.login().client().id());
        all.put("scope", "openid");
        all.put("sub", grant.person().sub());
        all.put("authorization_id", grant.session());
        all.put("authentication_context", grant.person().authenticationContext());
        return hooks.introspection(all);
    }

    private static boolean fits(Login login, KnownClient client, RequestParameters form) {
        boolean same = login.client().id().equals(client.id())
                && form.text("redirect_uri")
                        .filter(login.redirectUri().toString()::equals)
                        .isPresent();
        Optional<String> challenge = form.text("code_verifier").map(Provider::challenge);
        return same && challenge.equals(login.challenge());
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private String at(KernelEndpoint endpoint) {
        return address.resolve(endpoint.path()).toString();
    }

    /** An answer in JSON. */
    record Answer(int status, Map<String, ?> members) {
        static Answer error(int status, String error) {
            return new Answer(status, Map.of("error", error));
        }
    }
}
