package io.github.auraauth.app.acceptance;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A client made of Nimbus's SDK, which refuses whatever is not written as the specifications have it. */
final class JudgingClient {
    static final String SCOPES = "openid profile email offline_access";

    private static final URI REDIRECT = URI.create("http://127.0.0.1:9/judge");

    final OIDCProviderMetadata provider;
    final ClientID id;

    private final JWSAlgorithm algorithm;
    private final CodeVerifier verifier = new CodeVerifier();
    private final State state = new State();
    private final Nonce nonce = new Nonce();

    private JudgingClient(OIDCProviderMetadata provider, ClientID id, JWSAlgorithm algorithm) {
        this.provider = provider;
        this.id = id;
        this.algorithm = algorithm;
    }

    /**
     * Registers one, which reads our description.
     *
     * @param algorithm of its id_tokens
     */
    static JudgingClient register(OpenIdProvider server, String id, JWSAlgorithm algorithm, String... options)
            throws Exception {
        List<String> all = new ArrayList<>(List.of("--client-secret", OpenIdProvider.ODD_SECRET));
        all.addAll(List.of("--signing-alg", algorithm.getName(), "-u", REDIRECT.toString()));
        all.addAll(List.of(options));
        server.register(id, "confidential", all.toArray(String[]::new));
        return new JudgingClient(
                OIDCProviderMetadata.resolve(new Issuer(server.issuer())), new ClientID(id), algorithm);
    }

    /** A request of everything, to be completed. */
    AuthenticationRequest.Builder request(ResponseMode mode) {
        return new AuthenticationRequest.Builder(ResponseType.CODE, Scope.parse(SCOPES), id, REDIRECT)
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .responseMode(mode);
    }

    /** What the visitor brings back from the provider, whose issuer and state fit the request. */
    AuthenticationResponse answer(Visitor visitor, AuthenticationRequest request) throws Exception {
        Visitor.Way way = visitor.follow(request.toURI(), REDIRECT.toString());
        AuthenticationResponse response;
        if (way.form().isPresent()) {
            HTTPRequest posted = new HTTPRequest(HTTPRequest.Method.POST, way.address());
            posted.setEntityContentType(ContentType.APPLICATION_URLENCODED);
            posted.setBody(way.body());
            response = AuthenticationResponseParser.parse(posted);
        } else {
            response = AuthenticationResponseParser.parse(way.address());
        }
        if (!provider.getIssuer().equals(response.getIssuer()) || !state.equals(response.getState())) {
            throw new AssertionError("of another issuer or request: " + way.address());
        }
        return response;
    }

    /** What the token endpoint answers to a code. */
    TokenResponse exchange(AuthorizationCode code) throws Exception {
        return grant(new AuthorizationCodeGrant(code, REDIRECT, verifier));
    }

    /** What the token endpoint answers. */
    TokenResponse grant(AuthorizationGrant grant) throws Exception {
        TokenRequest request =
                new TokenRequest.Builder(provider.getTokenEndpointURI(), authentication(), grant).build();
        return OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
    }

    /** What an id_token says that is valid with its access token and, where there is one, the nonce of the request. */
    IDTokenClaimsSet validated(OIDCTokens tokens, boolean withNonce) throws Exception {
        IDTokenValidator validator = new IDTokenValidator(
                provider.getIssuer(), id, algorithm, provider.getJWKSetURI().toURL());
        IDTokenClaimsSet claims = validator.validate(tokens.getIDToken(), withNonce ? nonce : null);
        AccessTokenValidator.validate(tokens.getAccessToken(), algorithm, claims.getAccessTokenHash());
        return claims;
    }

    /** A whole login. */
    OIDCTokens logIn(Visitor visitor) throws Exception {
        AuthenticationResponse response =
                answer(visitor, request(ResponseMode.QUERY).build());
        return exchange(response.toSuccessResponse().getAuthorizationCode())
                .toSuccessResponse()
                .getTokens()
                .toOIDCTokens();
    }

    ClientAuthentication authentication() {
        return new ClientSecretBasic(id, new Secret(OpenIdProvider.ODD_SECRET));
    }
}
