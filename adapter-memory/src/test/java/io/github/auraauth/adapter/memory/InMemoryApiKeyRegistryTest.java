package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.apikey.ApiKeyRegistryContract;

class InMemoryApiKeyRegistryTest implements ApiKeyRegistryContract, NoBackend {
    private final ApiKeyRegistry registry = new InMemoryApiKeyRegistry();

    @Override
    public ApiKeyRegistry registry() {
        return registry;
    }
}
