package io.github.auraauth.adapter.http.provider;

import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.port.in.provider.OAuthTokens.ActiveToken;
import io.github.auraauth.port.in.provider.OAuthTokens.Introspection;
import io.github.auraauth.port.in.provider.OAuthTokens.IssuedTokens;
import java.util.Optional;

/** Tokens as JSON (RFC 6749, section 5.1; RFC 7662, section 2.2). */
final class TokenJson {
    private static final String TYPE = "Bearer";

    private final String issuer;

    TokenJson(String issuer) {
        this.issuer = issuer;
    }

    byte[] issued(IssuedTokens tokens) {
        return Json.object(json -> {
            json.writeStringField("access_token", tokens.accessToken().revealText());
            json.writeStringField("token_type", TYPE);
            json.writeNumberField("expires_in", tokens.lifetime().toSeconds());
            Optional<Secret> refreshToken = tokens.refreshToken();
            if (refreshToken.isPresent()) {
                json.writeStringField("refresh_token", refreshToken.get().revealText());
            }
            json.writeStringField("id_token", tokens.idToken().revealText());
            json.writeStringField("scope", Scope.list(tokens.scopes()));
        });
    }

    byte[] introspected(Introspection found) {
        return Json.object(json -> {
            json.writeBooleanField("active", found.token().isPresent());
            if (found.token().isEmpty()) {
                return;
            }
            ActiveToken token = found.token().get();
            json.writeStringField("scope", Scope.list(token.scopes()));
            json.writeStringField("client_id", token.clientId());
            if (token.username().isPresent()) {
                json.writeStringField("username", token.username().get());
            }
            if (token.accessToken()) {
                json.writeStringField("token_type", TYPE);
            }
            json.writeNumberField("exp", token.expiresAt().getEpochSecond());
            json.writeNumberField("iat", token.issuedAt().getEpochSecond());
            json.writeStringField("sub", token.subject());
            json.writeStringField("iss", issuer);
        });
    }
}
