package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ListApiKeys;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import java.util.List;

/** Shows the registry. */
public final class ApiKeyListing implements ListApiKeys {
    private final ApiKeyRegistry registry;

    public ApiKeyListing(ApiKeyRegistry registry) {
        this.registry = requireNonNull(registry, "registry");
    }

    @Override
    public List<RegisteredApiKey> list(Deadline deadline) {
        return registry.all(deadline);
    }
}
