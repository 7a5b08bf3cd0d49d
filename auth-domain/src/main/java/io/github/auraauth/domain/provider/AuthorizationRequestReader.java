package io.github.auraauth.domain.provider;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads authorization requests of clients whose redirect address is good (RFC 6749, section 4.1.1; RFC 7636, section 4.3;
 * OpenID Connect Core 1.0, section 3.1.2.1).
 */
public final class AuthorizationRequestReader {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

    private final Client client;
    private final AuthorizationParameters parameters;

    private AuthorizationRequestReader(Client client, AuthorizationParameters parameters) {
        this.client = client;
        this.parameters = parameters;
    }

    /**
     * What the request asks for, or why it is refused.
     *
     * @param redirectUri one of the client's
     */
    public static OAuthResult<AuthorizationRequest> read(
            Client client, String redirectUri, AuthorizationParameters parameters) {
        return new AuthorizationRequestReader(client, parameters).read(redirectUri);
    }

    /** The mode in which even a refusal is sent: the one asked for, where it is one. */
    public static ResponseMode mode(AuthorizationParameters parameters) {
        return parameters.single("response_mode").flatMap(ResponseMode::parse).orElse(ResponseMode.QUERY);
    }

    private OAuthResult<AuthorizationRequest> read(String redirectUri) {
        Optional<OAuthFault> fault = fault();
        if (fault.isPresent()) {
            return OAuthResult.refused(fault.get());
        }
        Grant.Request grant =
                new Grant.Request(redirectUri, parameters.value("code_challenge"), parameters.value("nonce"), claims());
        AuthorizationRequest.Hints hints = new AuthorizationRequest.Hints(
                parameters.value("id_token_hint").map(Secret::ofText),
                parameters.value("login_hint"),
                parameters.value("ui_locales"));
        return OAuthResult.done(new AuthorizationRequest(
                redirectUri,
                mode(parameters),
                scopes(),
                parameters.value("state"),
                grant,
                prompts().orElse(Set.of()),
                parameters.value("max_age").map(Long::parseLong).map(Duration::ofSeconds),
                hints));
    }

    private Optional<OAuthFault> fault() {
        if (!parameters.repeated().isEmpty()) {
            return invalid("a parameter is repeated");
        }
        return unsupported().or(this::faultOfForm).or(this::faultOfProofKey);
    }

    private Optional<OAuthFault> unsupported() {
        if (has("request")) {
            return fault(OAuthError.REQUEST_NOT_SUPPORTED, "request objects are not supported");
        }
        if (has("request_uri")) {
            return fault(OAuthError.REQUEST_URI_NOT_SUPPORTED, "request objects are not supported");
        }
        if (has("registration")) {
            return fault(OAuthError.REGISTRATION_NOT_SUPPORTED, "clients are registered by the operator");
        }
        if (!has("response_type")) {
            return invalid("response_type is missing");
        }
        return parameters.value("response_type").filter("code"::equals).isPresent()
                ? Optional.empty()
                : fault(OAuthError.UNSUPPORTED_RESPONSE_TYPE, "response_type must be code");
    }

    private Optional<OAuthFault> faultOfForm() {
        if (has("response_mode")
                && parameters
                        .value("response_mode")
                        .flatMap(ResponseMode::parse)
                        .isEmpty()) {
            return invalid("response_mode must be query or form_post");
        }
        if (!Scope.among(parameters.value("scope").orElse("")).contains(Scope.OPENID)) {
            return fault(OAuthError.INVALID_SCOPE, "scope must contain openid");
        }
        if (prompts().isEmpty()) {
            return invalid("prompt must be none, or some of login, consent and select_account");
        }
        if (has("max_age")
                && !SECONDS.matcher(parameters.value("max_age").orElse("")).matches()) {
            return invalid("max_age must be a number of seconds");
        }
        return has("claims") && parameters.claims().isEmpty()
                ? invalid("claims must be an object as in OpenID Connect Core 1.0, section 5.5")
                : Optional.empty();
    }

    private Optional<OAuthFault> faultOfProofKey() {
        if (!has("code_challenge")) {
            if (has("code_challenge_method")) {
                return invalid("code_challenge is missing");
            }
            return client.policy().pkceRequired() ? invalid("code_challenge is missing") : Optional.empty();
        }
        if (!parameters.value("code_challenge_method").equals(Optional.of("S256"))) {
            return invalid("code_challenge_method must be S256");
        }
        return CHALLENGE.matcher(parameters.value("code_challenge").orElse("")).matches()
                ? Optional.empty()
                : invalid("code_challenge must be 43 characters of base64url");
    }

    /** Empty when they are not as they must be. */
    private Optional<Set<Prompt>> prompts() {
        return has("prompt") ? Prompt.parse(parameters.value("prompt").orElse("")) : Optional.of(Set.of());
    }

    private Set<Scope> scopes() {
        Set<Scope> scopes = new HashSet<>(Scope.among(parameters.value("scope").orElse("")));
        scopes.removeIf(
                scope -> scope != Scope.OPENID && !client.policy().scopes().contains(scope.value()));
        return scopes;
    }

    /** Without those of scopes that the client may not ask for: a claim is not a way around a scope. */
    private RequestedClaims claims() {
        RequestedClaims asked = parameters.claims().orElse(RequestedClaims.NONE);
        return new RequestedClaims(
                permitted(asked.userInfo()), permitted(asked.idToken()), asked.subject(), asked.levels());
    }

    private Set<String> permitted(Set<String> claims) {
        return claims.stream()
                .filter(claim ->
                        client.policy().scopes().containsAll(Scope.names(PersonClaims.scopesOf(Set.of(claim)))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean has(String name) {
        return parameters.value(name).isPresent();
    }

    private static Optional<OAuthFault> invalid(String description) {
        return fault(OAuthError.INVALID_REQUEST, description);
    }

    private static Optional<OAuthFault> fault(OAuthError error, String description) {
        return Optional.of(new OAuthFault(error, description));
    }
}
