package io.github.auraauth.port.in.apikey;

import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.secret.Secret;

/** APIKeys as operators ask for them where no store can be asked: what is registered or revoked does not count. */
public interface OfflineApiKeys {

    /** A new key of this environment, which is not registered. */
    IssuedApiKey issue(ApiKeyRequest request, ApiKeyFormat format);

    /**
     * What a key says, and whether it is good as far as the key itself tells.
     *
     * @param key as it is sent, without the header's scheme
     */
    ApiKeyInspection inspect(Secret key);
}
