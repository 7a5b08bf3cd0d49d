package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.provider.ProviderPorts;
import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.provider.AuthorizationResponse;
import io.github.auraauth.domain.provider.OAuthError;
import io.github.auraauth.domain.provider.OAuthFault;
import io.github.auraauth.domain.provider.OAuthResult;
import io.github.auraauth.domain.provider.ResponseMode;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.AuthorizationStep;
import io.github.auraauth.port.in.provider.Authorizations;
import io.github.auraauth.port.in.provider.Browser;
import io.github.auraauth.port.in.provider.ClientCredential;
import io.github.auraauth.port.in.provider.ClientOrigins;
import io.github.auraauth.port.in.provider.OAuthTokens;
import io.github.auraauth.port.in.provider.ProviderKeySet;
import io.github.auraauth.port.in.provider.ProviderLogouts;
import io.github.auraauth.port.in.provider.UserInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The provider's ports, which answer as they are told and note what they are asked. */
final class FakeProvider
        implements OAuthTokens, UserInfo, ProviderKeySet, ClientOrigins, Authorizations, ProviderLogouts {
    static final String ORIGIN = "https://client.example";
    static final String TOKEN = "good-token";
    static final JsonWebKey RSA = new JsonWebKey("one", SignatureAlgorithm.RS256, Map.of("n", "an-n", "e", "AQAB"));
    static final JsonWebKey EC =
            new JsonWebKey("two", SignatureAlgorithm.ES256, Map.of("crv", "P-256", "x", "an-x", "y", "a-y"));

    /** What was asked, in words: the operation, the client and how it proves that, and what it gave. */
    final List<String> calls = new ArrayList<>();

    final List<AuthorizationParameters> parameters = new ArrayList<>();
    final List<LogoutRequest> logouts = new ArrayList<>();
    final List<Optional<String>> sessions = new ArrayList<>();

    Optional<OAuthFault> fault = Optional.empty();
    Optional<Secret> refreshToken = Optional.empty();
    Introspection introspection = Introspection.INACTIVE;
    List<JsonWebKey> keys = List.of(RSA, EC);
    Optional<RuntimeException> failure = Optional.empty();
    boolean keeps = true;
    AuthorizationStep step = new AuthorizationStep.Refuse(AuthorizationStep.Refuse.Reason.CLIENT);
    LogoutStep logout = new LogoutStep.Refuse();

    void reset() {
        calls.clear();
        parameters.clear();
        logouts.clear();
        sessions.clear();
        fault = Optional.empty();
        refreshToken = Optional.empty();
        introspection = Introspection.INACTIVE;
        keys = List.of(RSA, EC);
        failure = Optional.empty();
        step = new AuthorizationStep.Refuse(AuthorizationStep.Refuse.Reason.CLIENT);
        logout = new LogoutStep.Refuse();
    }

    ProviderPorts ports() {
        return new ProviderPorts(this, this, this, this);
    }

    void refuse(OAuthError error) {
        fault = Optional.of(new OAuthFault(error, "no"));
    }

    /** Leads back to a client. */
    void respond(String redirectUri, ResponseMode mode, String state) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("code", "a-code");
        values.put("state", state);
        step = new AuthorizationStep.Respond(
                new AuthorizationResponse(redirectUri, mode, values), Optional.of("es de"));
    }

    @Override
    public OAuthResult<IssuedTokens> exchange(
            ClientCredential client,
            Secret code,
            Optional<String> redirectUri,
            Optional<Secret> verifier,
            Deadline deadline) {
        note("exchange", client, text(code) + ' ' + redirectUri.orElse("-") + ' ' + text(verifier));
        return issued();
    }

    @Override
    public OAuthResult<IssuedTokens> refresh(
            ClientCredential client, Secret token, Optional<Set<String>> scopes, Deadline deadline) {
        note(
                "refresh",
                client,
                text(token)
                        + ' '
                        + scopes.map(Set::stream)
                                .map(all -> all.sorted().toList())
                                .map(String::valueOf)
                                .orElse("-"));
        return issued();
    }

    @Override
    public OAuthResult<Introspection> introspect(ClientCredential client, Secret token, Deadline deadline) {
        note("introspect", client, text(token));
        return fault.<OAuthResult<Introspection>>map(OAuthResult::refused).orElse(OAuthResult.done(introspection));
    }

    @Override
    public OAuthResult<TokenRevocation> revoke(ClientCredential client, Secret token, Deadline deadline) {
        note("revoke", client, text(token));
        return fault.<OAuthResult<TokenRevocation>>map(OAuthResult::refused)
                .orElse(OAuthResult.done(TokenRevocation.DONE));
    }

    @Override
    public Optional<Map<String, Object>> claims(Secret accessToken, Deadline deadline) {
        fail();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", "somebody");
        claims.put("name", "Ana \u00d1 \"x\"");
        claims.put("email_verified", true);
        claims.put("updated_at", 12L);
        claims.put("amr", List.of("pwd", "otp"));
        claims.put("address", Map.of("country", "ES"));
        return text(accessToken).equals(TOKEN) ? Optional.of(claims) : Optional.empty();
    }

    @Override
    public List<JsonWebKey> published(Deadline deadline) {
        fail();
        return keys;
    }

    @Override
    public boolean isKnown(String origin) {
        return origin.equals(ORIGIN);
    }

    @Override
    public AuthorizationStep begin(AuthorizationParameters asked, Browser browser, Deadline deadline) {
        return step("begin", asked, browser.session());
    }

    @Override
    public Optional<Secret> keep(AuthorizationParameters asked, Browser browser, Deadline deadline) {
        step("keep", asked, browser.session());
        return keeps ? Optional.of(Secret.ofText("a-handle")) : Optional.empty();
    }

    @Override
    public AuthorizationStep resume(Secret handle, Browser browser, Deadline deadline) {
        calls.add("resume " + text(handle));
        sessions.add(browser.session().map(FakeProvider::text));
        return step;
    }

    @Override
    public AuthorizationStep answer(Secret handle, boolean agreed, Browser browser, Deadline deadline) {
        calls.add("answer " + text(handle) + ' ' + agreed);
        sessions.add(browser.session().map(FakeProvider::text));
        return step;
    }

    @Override
    public LogoutStep begin(LogoutRequest request, Optional<Secret> session, Deadline deadline) {
        calls.add("begin");
        logouts.add(request);
        sessions.add(session.map(FakeProvider::text));
        return logout;
    }

    @Override
    public LogoutStep confirm(LogoutRequest request, Optional<Secret> session, Deadline deadline) {
        calls.add("confirm");
        logouts.add(request);
        sessions.add(session.map(FakeProvider::text));
        return logout;
    }

    private AuthorizationStep step(String call, AuthorizationParameters asked, Optional<Secret> session) {
        fail();
        calls.add(call);
        parameters.add(asked);
        sessions.add(session.map(FakeProvider::text));
        return step;
    }

    private OAuthResult<IssuedTokens> issued() {
        return fault.<OAuthResult<IssuedTokens>>map(OAuthResult::refused)
                .orElseGet(() -> OAuthResult.done(new IssuedTokens(
                        Secret.ofText("an-access-token"),
                        Duration.ofMinutes(10),
                        refreshToken,
                        Secret.ofText("an.id.token"),
                        Set.of("openid", "offline_access"))));
    }

    static ActiveToken active(boolean access) {
        return new ActiveToken(
                access,
                Set.of("openid"),
                "c1",
                "somebody",
                access ? Optional.of("ana") : Optional.empty(),
                Instant.ofEpochSecond(1_000),
                Instant.ofEpochSecond(1_600));
    }

    private void note(String operation, ClientCredential client, String given) {
        fail();
        calls.add(operation
                + ' '
                + client.method()
                + ' '
                + client.clientId().orElse("-")
                + ' '
                + text(client.proof())
                + ' '
                + given);
    }

    private void fail() {
        failure.ifPresent(thrown -> {
            throw thrown;
        });
    }

    private static String text(Optional<Secret> secret) {
        return secret.map(FakeProvider::text).orElse("-");
    }

    static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.UTF_8);
    }
}
