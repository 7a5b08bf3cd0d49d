package io.github.auraauth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.azure.FakeBlobStorage;
import io.github.auraauth.adapter.redis.RedisProcess;
import io.github.auraauth.adapter.redis.RedisServers;
import io.github.auraauth.fakes.directline.ScriptedDirectLine;
import io.github.auraauth.fakes.kernel.KernelEndpoint;
import io.github.auraauth.fakes.kernel.KernelMisbehaviour;
import io.github.auraauth.fakes.kernel.ScriptedKernel;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    private static final String SECRET = "canary-of-the-doctor";

    @TempDir
    private Path home;

    @Test
    void doctor_nothingOfOthersConfigured_saysWhatIsOff() {
        Terminal terminal = new Terminal(home, Map.of()).withRunningClock();

        assertThat(terminal.run("doctor")).as(terminal.out()).isZero();

        assertThat(terminal.out())
                .containsPattern("kernel +not configured")
                .containsPattern("direct-line +not configured");
    }

    @Test
    void doctor_redisThere_waitsForTheConnection() {
        try (RedisProcess redis = RedisServers.singleWithPassword("fake-password")) {
            Map<String, String> environment = Map.of(
                    "AURA_REDIS_HOSTS",
                    redis.host(),
                    "AURA_REDIS_MODE",
                    "SINGLE",
                    "AURA_REDIS_PASSWORD",
                    "fake-password\n");
            Terminal good = new Terminal(home, environment).withRunningClock();
            assertThat(good.run("doctor")).as(good.out()).isZero();
            assertThat(good.out()).containsPattern("redis +answers");

            Map<String, String> wrong = new HashMap<>(environment);
            wrong.put("AURA_REDIS_PASSWORD", "fake-wrong");
            Terminal bad = new Terminal(home, wrong).withRunningClock();
            assertThat(bad.run("doctor")).isEqualTo(69);
            assertThat(bad.out())
                    .containsPattern("redis +it refuses the password; check AURA_REDIS_PASSWORD")
                    .doesNotContain("fake");
        }
    }

    @Test
    void doctor_othersThere_asksOnceAndMakesNoToken() {
        try (ScriptedKernel kernel = kernel();
                ScriptedDirectLine directLine = directLine()) {
            Terminal terminal = at(kernel, directLine.conversations());

            assertThat(terminal.run("doctor")).as(terminal.out()).isZero();

            assertThat(terminal.out())
                    .containsPattern("kernel +answers")
                    .containsPattern("direct-line +answers")
                    .doesNotContain(SECRET);
            assertThat(kernel.asked(KernelEndpoint.DISCOVERY)).isEqualTo(1);
            assertThat(directLine.asked()).isEmpty();
        }
    }

    @Test
    void doctor_othersAway_saysWhatToDo() {
        ScriptedDirectLine directLine = directLine();
        URI gone = directLine.conversations();
        directLine.close();
        try (ScriptedKernel kernel = kernel()) {
            kernel.misbehave(KernelEndpoint.DISCOVERY, KernelMisbehaviour.HTML);
            Terminal terminal = at(kernel, gone);

            assertThat(terminal.run("doctor")).isEqualTo(69);

            assertThat(terminal.out())
                    .containsPattern("kernel +does not answer: check AURA_FP_AUTHSERVER_ENDPOINT")
                    .containsPattern("direct-line +does not answer: check AURA_DIRECTLINE_API_ENDPOINT");
        }
    }

    @Test
    void doctor_storage_answersThoseWhoMayEnter() {
        try (FakeBlobStorage account = new FakeBlobStorage();
                FakeBlobStorage resources = new FakeBlobStorage()) {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT",
                    FakeBlobStorage.ACCOUNT,
                    "AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY",
                    "ZmFrZQ==",
                    "AURA_MICROSOFT_AZURE_STORAGE_ENDPOINT",
                    account.endpoint().toString(),
                    "AURA_LOCALE_FORCE_IMPORT",
                    "true",
                    "AURA_STATIC_RESOURCE_PROVIDER_ENDPOINT",
                    resources.endpoint().toString(),
                    "AURA_STATIC_RESOURCE_PROVIDER_SAS_TOKEN",
                    "sig=" + SECRET));
            Terminal good = new Terminal(home, environment).withRunningClock();
            resources.openFor("sig=" + SECRET);
            assertThat(good.run("doctor")).as(good.out()).isZero();
            assertThat(good.out()).containsPattern("storage +answers").containsPattern("static-resources +answers");

            Terminal bad = new Terminal(home, environment).withRunningClock();
            resources.openFor("sig=another");
            assertThat(bad.run("doctor")).isEqualTo(69);
            assertThat(bad.out())
                    .containsPattern("static-resources +does not answer: check AURA_STATIC_RESOURCE")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void doctor_placesInTheAccount_areTriedAsTheServerUsesThem() {
        try (FakeBlobStorage account = new FakeBlobStorage();
                FakeBlobStorage common = new FakeBlobStorage()) {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT",
                    FakeBlobStorage.ACCOUNT,
                    "AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY",
                    "ZmFrZQ==",
                    "AURA_MICROSOFT_AZURE_STORAGE_ENDPOINT",
                    account.endpoint().toString(),
                    "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCOUNT",
                    FakeBlobStorage.ACCOUNT,
                    "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCESS_KEY",
                    "ZmFrZQ==",
                    "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ENDPOINT",
                    common.endpoint().toString(),
                    "DEV_AURA_BEHAVIOR_MANAGER_ACTIVE",
                    "true"));
            Terminal good = new Terminal(home, environment).withRunningClock();
            assertThat(good.run("doctor")).as(good.out()).isZero();
            assertThat(good.out())
                    .containsPattern("common-storage +answers")
                    .containsPattern("indexes +answers")
                    .containsPattern("behaviours +answers");

            account.failWith(403);
            common.failWith(403);
            Terminal bad = new Terminal(home, environment).withRunningClock();
            assertThat(bad.run("doctor")).isEqualTo(69);
            assertThat(bad.out())
                    .containsPattern(
                            "common-storage +does not answer: check AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCOUNT")
                    .containsPattern("indexes +does not answer: check AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT")
                    .containsPattern("behaviours +does not answer: check AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT");

            environment.put("AURA_MAKEUP_MODE", "local");
            Terminal local = new Terminal(home, environment).withRunningClock();
            assertThat(local.run("doctor")).isEqualTo(69);
            assertThat(local.out()).doesNotContain("indexes");
        }
    }

    @Test
    void doctor_privateKeyThatIsNone_saysSo() {
        try (ScriptedKernel kernel = kernel()) {
            Terminal terminal = new Terminal(
                            home,
                            Map.of(
                                    "AURA_FP_AUTHSERVER_ENDPOINT",
                                            kernel.address().toString(),
                                    "AURA_KERNEL_AUDIENCE", "aura",
                                    "AURA_FP_PRIVATE_KEY", "Y2FuYXJ5"))
                    .withRunningClock();

            assertThat(terminal.run("doctor")).isEqualTo(78);

            assertThat(terminal.err())
                    .contains("AURA_FP_PRIVATE_KEY: given a secret")
                    .doesNotContain("Y2FuYXJ5");
        }
    }

    private Terminal at(ScriptedKernel kernel, URI directLine) {
        return new Terminal(
                        home,
                        Map.of(
                                "AURA_FP_AUTHSERVER_ENDPOINT",
                                kernel.address().toString(),
                                "AURA_KERNEL_AUDIENCE",
                                "aura",
                                "AURA_DIRECTLINE_API_ENDPOINT",
                                directLine.toString(),
                                "AURA_DIRECTLINE_SECRETS",
                                SECRET))
                .withRunningClock();
    }

    private static ScriptedKernel kernel() {
        return ScriptedKernel.start(0, List.of(), InstantSource.system(), new SecureRandom());
    }

    private static ScriptedDirectLine directLine() {
        return ScriptedDirectLine.start(0, List.of(SECRET), InstantSource.system(), new SecureRandom());
    }
}
