package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.provider.PersonClaims;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.UserInfo;
import io.github.auraauth.usecase.grant.GrantReader;
import io.github.auraauth.usecase.grant.GrantReader.Bearer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The claims that bearers of access tokens may read. */
public final class UserInfoService implements UserInfo {
    private final GrantReader grants;

    public UserInfoService(GrantReader grants) {
        this.grants = grants;
    }

    @Override
    public Optional<Map<String, Object>> claims(Secret accessToken, Deadline deadline) {
        return grants.bearer(accessToken, deadline).map(UserInfoService::claims);
    }

    private static Map<String, Object> claims(Bearer bearer) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", PersonClaims.subject(bearer.owner()));
        claims.putAll(PersonClaims.of(
                bearer.owner(),
                bearer.token().scopes(),
                bearer.grant().request().claims().userInfo()));
        return claims;
    }
}
