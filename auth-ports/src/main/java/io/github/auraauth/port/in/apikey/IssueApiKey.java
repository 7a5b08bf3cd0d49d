package io.github.auraauth.port.in.apikey;

import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.port.Deadline;

/** Makes a key and registers it. */
public interface IssueApiKey {

    /**
     * The key, which nobody can show again; registered when this returns.
     *
     * @param format {@link ApiKeyFormat#V1} only for consumers that know no other
     * @param by who asks, printable ASCII
     * @throws io.github.auraauth.port.Outage when it could not be registered; then it is not handed out
     */
    IssuedApiKey issue(ApiKeyRequest request, ApiKeyFormat format, String by, Deadline deadline);
}
