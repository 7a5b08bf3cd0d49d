package io.github.auraauth.app.acceptance;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The OpenID provider under attack, at two instances over one database, which all of this shares. */
class ProviderAcceptanceTest
        implements ProviderSeedWay,
                ProviderCodeAttacks,
                ProviderRefreshAttacks,
                ProviderRedirectAttacks,
                ProviderBrowserAttacks,
                ProviderLogoutAttacks,
                ProviderAccountAttacks,
                ProviderRequestAttacks,
                ProviderTokenAttacks,
                ProviderAccess,
                ProviderCanaries,
                ProviderKeyRotation {
    @TempDir
    private static Path folder;

    private static final TraceCollector TRACES = new TraceCollector();
    private static ProviderServers provider;
    private static Map<String, String> annes = Map.of();
    private static Map<String, String> mallorys = Map.of();

    @BeforeAll
    static void start() {
        Map<String, String> environment = new HashMap<>(TRACES.environment());
        environment.put("AURA_LOGGING_LEVEL", "TRACE");
        provider = ProviderServers.two(folder, environment);
        annes = ProviderServers.cookie(provider.somebody("anne"));
        mallorys = ProviderServers.cookie(provider.somebody("mallory"));
    }

    @AfterAll
    static void stop() {
        provider.close();
        TRACES.close();
    }

    @Override
    public ProviderServers provider() {
        return provider;
    }

    @Override
    public TraceCollector traces() {
        return TRACES;
    }

    @Override
    public Map<String, String> session() {
        return annes;
    }

    @Override
    public Map<String, String> mallorys() {
        return mallorys;
    }
}
