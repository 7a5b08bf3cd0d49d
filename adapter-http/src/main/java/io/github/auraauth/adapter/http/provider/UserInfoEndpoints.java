package io.github.auraauth.adapter.http.provider;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.provider.UserInfo;
import java.util.Map;
import java.util.Optional;

/** The userinfo endpoint (OpenID Connect Core 1.0, section 5.3; RFC 6750, section 2). */
final class UserInfoEndpoints {
    private static final Input TOKEN = Input.body("access_token");

    private final UserInfo userInfo;

    UserInfoEndpoints(UserInfo userInfo) {
        this.userInfo = userInfo;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("readUserInfo", this::read, "readUserInfoByPost", this::read);
    }

    private Endpoint.Action read(Inputs inputs) {
        Optional<Secret> posted = inputs.text(TOKEN).map(Secret::ofText);
        Optional<Secret> shown = inputs.context().principal() instanceof BearerToken bearer
                ? Optional.of(bearer.token())
                : Optional.empty();
        if (posted.isPresent() && shown.isPresent() || !inputs.repeated().isEmpty()) {
            return deadline -> OAuthErrors.ofBearer("The request has more than one access token");
        }
        Optional<Secret> token = shown.or(() -> posted);
        return deadline -> token.map(secret -> userInfo.claims(secret, deadline)
                        .map(claims -> Response.json(200, ClaimsJson.of(claims)))
                        .orElseGet(OAuthErrors::invalidToken))
                .orElseGet(OAuthErrors::noToken);
    }
}
