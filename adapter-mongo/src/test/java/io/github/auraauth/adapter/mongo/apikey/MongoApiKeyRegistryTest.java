package io.github.auraauth.adapter.mongo.apikey;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.apikey.ApiKeyDirectory;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.testkit.apikey.ApiKeyDirectoryContract;
import io.github.auraauth.testkit.apikey.ApiKeyRegistryContract;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoApiKeyRegistryTest implements ApiKeyRegistryContract, ApiKeyDirectoryContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @Override
    public ApiKeyRegistry registry() {
        return new MongoApiKeyRegistry(DATABASE.connection(), executor, TestDatabase.CLOCK);
    }

    @Override
    public ApiKeyDirectory directory() {
        return new MongoApiKeyDirectory(DATABASE.connection());
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }
}
