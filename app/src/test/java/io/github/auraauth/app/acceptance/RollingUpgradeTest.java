package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.redis.RedisProcess;
import io.github.auraauth.adapter.redis.RedisServers;
import io.github.auraauth.app.acceptance.ProxiedInstances.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The release before this one and this one side by side behind HAProxy, over one database and one Redis, under a steady load:
 * one replaces the other, goes back, and replaces it after all.
 */
@Tag("deep")
class RollingUpgradeTest {
    private static final int SOME = 150;
    private static final Release THIS = ServerProcess::launchForHashing;
    private static final String SECRET = "what only the client knows";

    @TempDir
    private Path folder;

    private final RedisProcess redis = RedisServers.singleWithPersistence();
    private Path jar;
    private Release old;
    private RelyingParty client;
    private Map<String, String> root = Map.of();
    private ProxyExample example;
    private ProxiedInstances instances;
    private RecordedLoad load;
    private final Deque<Runnable> ends = new ArrayDeque<>(List.of(redis::close));

    @BeforeEach
    void open() throws IOException {
        jar = ReleaseBefore.jar();
        old = (data, environment) -> ServerProcess.launchJar(jar, data, environment);
        Files.createDirectories(folder.resolve("operator"));
        example = new ProxyExample(folder);
        instances = ProxiedInstances.start(old, folder, example.instancePorts(), environment());
        ends.push(instances::close);
        prepare(before(0));
        ends.push(Haproxy.start(example, folder)::close);
        load = RecordedLoad.start(example);
        ends.push(load::close);
    }

    @AfterEach
    void close() {
        ends.forEach(Runnable::run);
    }

    @Test
    void upgrade_andBack_underLoad_losesNothingThatEitherReleaseHasMade() throws Exception {
        load.awaitAnswers(SOME);
        Issued byOld = issued(before(0));
        instances.replace(0, THIS);
        load.awaitAnswers(SOME);
        byOld.assertGoodAt(after(0));
        Issued byNew = issued(after(0));
        byNew.assertGoodAt(before(1));
        issued(before(1)).assertEndsAt(after(0), before(1));
        issued(after(0)).assertEndsAt(before(1), after(0));

        instances.stop(0);
        load.awaitAnswers(SOME);
        byOld.assertGoodAt(before(1));
        byNew.assertGoodAt(before(1));
        try (ServerProcess again = instances.launch(0, old)) {
            assertThat(again.awaitEnd()).isEqualTo(78);
            assertThat(again.output()).anyMatch(line -> line.contains("which is newer than this program's"));
        }
        load.awaitAnswers(SOME);

        instances.startAgain(0, THIS);
        load.awaitAnswers(SOME);
        instances.replace(1, THIS);
        Instant replaced = Instant.now();
        load.awaitAnswers(SOME);
        for (int instance = 0; instance < 2; instance++) {
            byOld.assertGoodAt(after(instance));
            byNew.assertGoodAt(after(instance));
        }
        byOld.assertEndsAt(after(0), after(1));
        load.end();
        assertThat(load.failures()).isEmpty();
        assertStored();
        assertTrail(replaced);
    }

    /** The accounts and the client that the load does not make, by the commands of the release before. */
    private void prepare(RunningRelease release) {
        release.run("account", "create", "root", "--superuser");
        root = AccountsClient.by("Token " + release.run("token", "create", "tests", "--account", "root"));
        release.run(
                "account",
                "import",
                CheapHash.dump(folder, AccountServers.PASSWORD, List.of("anne")).toString());
        client = new RelyingParty("trusted", SECRET, ProviderServers.CALLBACK);
        release.run(
                "oidc",
                "create-client",
                "A client",
                "confidential",
                "--client-id",
                client.id(),
                "--client-secret",
                SECRET,
                "-u",
                client.redirectUri(),
                "--consent",
                "none");
    }

    private Issued issued(RunningRelease by) {
        return new Issued(by, client, root);
    }

    /** An instance of the release before. */
    private RunningRelease before(int instance) {
        return new RunningRelease(
                instances.server(instance),
                command -> FinishedProcess.jar(jar, folder.resolve("operator"), instances.environment(), command));
    }

    /** An instance of this release. */
    private RunningRelease after(int instance) {
        return new RunningRelease(
                instances.server(instance),
                command -> FinishedProcess.aura(folder.resolve("operator"), instances.environment(), command));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("AURA_REDIS_MODE", "SINGLE");
        environment.put("AURA_REDIS_HOSTS", redis.host());
        environment.put("AURA_PUBLIC_URL", ProviderServers.ROOT);
        environment.put("AURA_TRUSTED_PROXIES", "127.0.0.1");
        environment.put("AURA_OIDC_KEY_SET_MAX_AGE", "1");
        return environment;
    }

    private void assertStored() {
        Set<String> removed = Set.copyOf(load.removed());
        Api api = after(0).api();
        load.registered()
                .values()
                .forEach(each -> assertThat(api.call(api.read(each.auraId())).statusCode())
                        .isEqualTo(removed.contains(each.auraId()) ? 404 : 200));
    }

    /** What the release before wrote has no MAC; all that this one was told alone is there. */
    private void assertTrail(Instant replaced) throws IOException {
        AuditTrail trail = new AuditTrail(folder.resolve("operator"), instances.environment());
        assertThat(trail.verify().output()).contains("without a MAC");
        assertThat(trail.verify("--unsealed-until", replaced.toString()).succeeded())
                .contains("good");
        assertThat(trail.objects("user.register"))
                .doesNotHaveDuplicates()
                .containsAll(load.registered().values().stream()
                        .filter(each -> each.at().isAfter(replaced))
                        .map(RecordedLoad.Registered::auraId)
                        .toList());
    }
}
