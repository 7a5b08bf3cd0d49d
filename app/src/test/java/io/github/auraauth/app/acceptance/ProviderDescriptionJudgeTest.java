package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenIntrospectionSuccessResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nimbus's SDK parses what our provider writes, as strictly as the specifications have it, and verifies what it signs. */
class ProviderDescriptionJudgeTest {
    private static final ErrorObject NO_GRANT = OAuth2Error.INVALID_GRANT;

    @TempDir
    private static Path folder;

    private static OpenIdProvider server;
    private static JudgingClient client;

    @BeforeAll
    static void open() throws Exception {
        server = OpenIdProvider.start(folder);
        client = JudgingClient.register(server, "judge%+:", JWSAlgorithm.RS256);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void description_ofTheProvider_isWhatEveryClientNeeds() throws Exception {
        OIDCProviderMetadata metadata = client.provider;
        assertThat(metadata.getTokenEndpointAuthMethods())
                .contains(ClientAuthenticationMethod.PRIVATE_KEY_JWT, ClientAuthenticationMethod.NONE);
        assertThat(metadata.getTokenEndpointJWSAlgs()).isNotEmpty();
        assertThat(metadata.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
        assertThat(metadata.getIDTokenJWSAlgs()).containsExactly(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
        assertThat(metadata.getResponseModes()).containsExactly(ResponseMode.QUERY, ResponseMode.FORM_POST);
        assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(metadata.supportsBackChannelLogoutSession()).isTrue();
        assertThat(metadata.requiresRequestURIRegistration()).isFalse();
        for (String path : Set.of(
                "/.well-known/oauth-authorization-server/oidc", "/oidc/.well-known/oauth-authorization-server")) {
            HTTPResponse answer = new HTTPRequest(HTTPRequest.Method.GET, server.address(path)).send();
            assertThat(OIDCProviderMetadata.parse(answer.getBody()).toJSONObject())
                    .isEqualTo(metadata.toJSONObject());
            assertThat(AuthorizationServerMetadata.parse(answer.getBody()).getIssuer())
                    .isEqualTo(metadata.getIssuer());
        }
    }

    @Test
    void answers_toALogin_areValid() throws Exception {
        for (ResponseMode mode : new ResponseMode[] {ResponseMode.QUERY, ResponseMode.FORM_POST}) {
            AuthenticationResponse response =
                    client.answer(new Visitor(), client.request(mode).build());
            OIDCTokens tokens = client.exchange(response.toSuccessResponse().getAuthorizationCode())
                    .toSuccessResponse()
                    .getTokens()
                    .toOIDCTokens();
            IDTokenClaimsSet claims = client.validated(tokens, true);
            assertThat(claims.getAuthorizedParty().getValue()).isEqualTo(client.id.getValue());
            assertThat(tokens.getAccessToken().getScope()).isEqualTo(Scope.parse(JudgingClient.SCOPES));
            assertThat(tokens.getAccessToken().getLifetime()).isEqualTo(600);
            ClaimsSet told = told(tokens.getAccessToken()).toSuccessResponse().getUserInfo();
            assertThat(told.getStringClaim("sub")).isEqualTo(claims.getSubject().getValue());
            assertThat(told.getStringClaim("email")).isEqualTo(OpenIdProvider.EMAIL);
            refreshed(tokens);
        }
    }

    @Test
    void refusals_ofEveryEndpoint_areErrorsAsOAuthHasThem() throws Exception {
        AuthenticationResponse response = client.answer(
                new Visitor(),
                client.request(ResponseMode.QUERY).prompt(Prompt.Type.NONE).build());
        assertThat(response.toErrorResponse().getErrorObject()).isEqualTo(OIDCError.LOGIN_REQUIRED);
        TokenErrorResponse refused =
                client.exchange(new AuthorizationCode("of nobody")).toErrorResponse();
        assertThat(refused.getErrorObject()).isEqualTo(NO_GRANT);
        assertThat(refused.getErrorObject().getHTTPStatusCode()).isEqualTo(400);
        BearerTokenError error = (BearerTokenError)
                told(new BearerAccessToken("of-nobody")).toErrorResponse().getErrorObject();
        assertThat(error).isEqualTo(BearerTokenError.INVALID_TOKEN);
        HTTPResponse stranger = new TokenIntrospectionRequest(
                        client.provider.getIntrospectionEndpointURI(),
                        new ClientSecretBasic(client.id, new Secret("another")),
                        new BearerAccessToken("x"))
                .toHTTPRequest()
                .send();
        assertThat(stranger.getStatusCode()).isEqualTo(401);
        assertThat(stranger.getHeaderValue("WWW-Authenticate")).startsWith("Basic ");
        assertThat(TokenIntrospectionResponse.parse(stranger).toErrorResponse().getErrorObject())
                .isEqualTo(OAuth2Error.INVALID_CLIENT);
    }

    private static void refreshed(OIDCTokens before) throws Exception {
        RefreshTokenGrant grant = new RefreshTokenGrant(before.getRefreshToken());
        OIDCTokens after = client.grant(grant).toSuccessResponse().getTokens().toOIDCTokens();
        assertThat(client.validated(after, false).getNonce()).isNull();
        TokenIntrospectionSuccessResponse active = introspected(after.getAccessToken());
        assertThat(active.isActive()).isTrue();
        assertThat(active.getClientID()).isEqualTo(client.id);
        assertThat(active.getScope()).isEqualTo(Scope.parse(JudgingClient.SCOPES));
        HTTPResponse revoked = new TokenRevocationRequest(
                        client.provider.getRevocationEndpointURI(), client.authentication(), after.getRefreshToken())
                .toHTTPRequest()
                .send();
        assertThat(revoked.getStatusCode()).isEqualTo(200);
        assertThat(introspected(after.getAccessToken()).isActive()).isFalse();
        assertThat(client.grant(new RefreshTokenGrant(after.getRefreshToken()))
                        .toErrorResponse()
                        .getErrorObject())
                .isEqualTo(NO_GRANT);
    }

    private static TokenIntrospectionSuccessResponse introspected(Token token) throws Exception {
        HTTPResponse answer = new TokenIntrospectionRequest(
                        client.provider.getIntrospectionEndpointURI(), client.authentication(), token)
                .toHTTPRequest()
                .send();
        return TokenIntrospectionResponse.parse(answer).toSuccessResponse();
    }

    private static UserInfoResponse told(AccessToken token) throws Exception {
        return UserInfoResponse.parse(new UserInfoRequest(client.provider.getUserInfoEndpointURI(), token)
                .toHTTPRequest()
                .send());
    }
}
