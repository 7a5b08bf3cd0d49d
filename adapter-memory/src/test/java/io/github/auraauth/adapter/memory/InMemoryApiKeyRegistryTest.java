package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.apikey.ApiKeyDirectory;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.apikey.ApiKeyDirectoryContract;
import io.github.auraauth.testkit.apikey.ApiKeyRegistryContract;

class InMemoryApiKeyRegistryTest implements ApiKeyRegistryContract, ApiKeyDirectoryContract, NoBackend {
    private final InMemoryApiKeyRegistry registry = new InMemoryApiKeyRegistry();

    @Override
    public ApiKeyRegistry registry() {
        return registry;
    }

    @Override
    public ApiKeyDirectory directory() {
        return registry;
    }
}
