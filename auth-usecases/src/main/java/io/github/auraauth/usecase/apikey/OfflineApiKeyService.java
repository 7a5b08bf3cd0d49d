package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.apikey.ApiKeyInspection;
import io.github.auraauth.port.in.apikey.ApiKeyInspection.Verdict;
import io.github.auraauth.port.in.apikey.OfflineApiKeys;
import java.time.InstantSource;
import java.util.Optional;

/** Issues and inspects keys by the environment's encryption keys alone. */
public final class OfflineApiKeyService implements OfflineApiKeys {
    private final ApiKeys apiKeys;
    private final InstantSource clock;

    public OfflineApiKeyService(ApiKeys apiKeys, InstantSource clock) {
        this.apiKeys = requireNonNull(apiKeys, "apiKeys");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public IssuedApiKey issue(ApiKeyRequest request, ApiKeyFormat format) {
        return ApiKeyIssuer.make(apiKeys, request, format, clock.instant());
    }

    @Override
    public ApiKeyInspection inspect(Secret key) {
        Optional<ReadApiKey> read = apiKeys.read(key.revealText());
        return new ApiKeyInspection(
                read, read.map(found -> verdict(found.model())).orElse(Verdict.UNDECIPHERABLE));
    }

    private Verdict verdict(ApiKeyModel model) {
        if (model.isExpiredAt(clock.instant())) {
            return Verdict.EXPIRED;
        }
        return apiKeys.isForeign(model) ? Verdict.OTHER_ENVIRONMENT : Verdict.GOOD;
    }
}
