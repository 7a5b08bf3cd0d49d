package io.github.auraauth.adapter.mongo;

import io.github.auraauth.port.out.ApiKeyRegistry;
import io.github.auraauth.testkit.ApiKeyRegistryContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoApiKeyRegistryTest implements ApiKeyRegistryContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private ApiKeyRegistry registry;

    @BeforeEach
    void open() {
        registry = new MongoApiKeyRegistry(DATABASE.connection(), Runnable::run, TestDatabase.CLOCK);
    }

    @Override
    public ApiKeyRegistry registry() {
        return registry;
    }
}
