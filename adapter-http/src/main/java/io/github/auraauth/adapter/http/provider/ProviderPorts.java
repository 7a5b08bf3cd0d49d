package io.github.auraauth.adapter.http.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.in.provider.ClientOrigins;
import io.github.auraauth.port.in.provider.OAuthTokens;
import io.github.auraauth.port.in.provider.ProviderKeySet;
import io.github.auraauth.port.in.provider.UserInfo;

/** All that the provider's API asks. */
public record ProviderPorts(OAuthTokens tokens, UserInfo userInfo, ProviderKeySet keys, ClientOrigins origins) {
    public ProviderPorts {
        requireNonNull(tokens, "tokens");
        requireNonNull(userInfo, "userInfo");
        requireNonNull(keys, "keys");
        requireNonNull(origins, "origins");
    }
}
