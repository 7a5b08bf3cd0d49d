package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.KernelServers.callback;
import static io.github.auraauth.app.acceptance.KernelServers.login;
import static io.github.auraauth.app.acceptance.KernelServers.logout;
import static io.github.auraauth.app.acceptance.KernelServers.someone;
import static io.github.auraauth.app.acceptance.KernelServers.start;
import static io.github.auraauth.app.acceptance.KernelServers.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.fakes.kernel.KernelEndpoint;
import io.github.auraauth.fakes.kernel.KernelLie;
import io.github.auraauth.fakes.kernel.KernelMisbehaviour;
import io.github.auraauth.testkit.Race;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins through real processes and sockets, at a Kernel that lies and fails when it is told to. */
@Tag("measuring")
class LoginAcceptanceTest {
    private static final Duration LONGEST = Duration.ofSeconds(7);
    private static final Set<KernelMisbehaviour> REFUSALS = Set.of(KernelMisbehaviour.INVALID_GRANT);

    @TempDir
    private static Path folder;

    private static KernelServers servers;

    @BeforeAll
    static void open() {
        servers = new KernelServers(folder);
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    @BeforeEach
    void behave() {
        servers.kernel.behave();
        servers.kernel.tellTheTruth();
        servers.kernel.padIdTokens(0);
    }

    @Test
    void login_beganOnOneServerAndEndedOnTheOther_registersAndShowsTheEnd() {
        AuraId auraId = someone();
        Browser browser = new Browser();
        URI redirect = servers.logInAtKernel(browser, servers.first, state(auraId, StatePurpose.LOGIN));
        HttpResponse<String> answer = browser.get(callback(servers.second, redirect));
        assertThat(answer.statusCode()).isEqualTo(303);
        URI done = servers.first.uri("").resolve(Browser.location(answer).getRawPath());
        assertThat(done.getPath()).isEqualTo("/aura-services/v1/users/auraid/integrated/done");
        assertThat(Browser.location(answer).toString()).doesNotContain("code=", "state=");
        assertThat(browser.get(done).statusCode()).isEqualTo(200);
        assertThat(browser.cookies()).isEmpty();
        assertThat(servers.api.call(servers.api.read(auraId.value())).body()).contains(KernelServers.PHONE);
    }

    @Test
    void login_linkThatBeganElsewhere_registersNobodyBeforeTheConfirmation() {
        AuraId auraId = someone();
        Browser attacker = new Browser();
        URI authorize = KernelServers.begin(attacker, servers.first, state(auraId, StatePurpose.LOGIN));
        URI plain = URI.create(authorize.toString().replaceAll("&code_challenge(_method)?=[^&]*", ""));
        URI redirect = servers.kernel.logIn(plain, KernelServers.PHONE);
        Browser victim = new Browser();
        HttpResponse<String> question = victim.get(callback(servers.second, redirect));
        assertThat(question.statusCode()).isEqualTo(200);
        assertThat(question.body())
                .doesNotContain(auraId.value())
                .contains(auraId.value().substring(32));
        assertThat(new Browser().submit(login(servers.second), question).statusCode())
                .isEqualTo(400);
        assertThat(servers.statusOf(auraId)).isEqualTo(404);
        assertThat(victim.submit(login(servers.second), question).statusCode()).isEqualTo(303);
        servers.awaitRegistered(auraId);
        assertThat(victim.submit(login(servers.first), question).statusCode()).isEqualTo(400);
    }

    @Test
    void start_linkForwardedByAnAttacker_asksTheVictimAndLinksNobodyWhoDoesNotConfirm() {
        AuraId attackers = someone();
        String state = state(attackers, StatePurpose.LOGIN);
        Browser attacker = new Browser();
        attacker.get(start(servers.first, state));
        int asked = servers.kernel.asked(KernelEndpoint.AUTHORIZE);
        Browser victim = new Browser();

        HttpResponse<String> question = victim.get(start(servers.first, state));
        assertThat(question.statusCode()).isEqualTo(200);
        assertThat(question.body())
                .contains("Only the person who asked for this link should go on.", Api.CHANNEL)
                .contains("••••" + attackers.value().substring(32))
                .doesNotContain(attackers.value());
        assertThat(servers.kernel.asked(KernelEndpoint.AUTHORIZE))
                .as("the victim may close the page")
                .isEqualTo(asked);

        URI kernel = Browser.onwards(victim.submit(start(servers.second, "").resolve("start"), question));
        URI redirect = servers.kernel.logIn(kernel, KernelServers.PHONE);
        assertThat(new Browser().get(callback(servers.second, redirect)).statusCode())
                .as("in another browser it is asked again")
                .isEqualTo(200);
        assertThat(servers.statusOf(attackers)).isEqualTo(404);
        assertThat(victim.get(callback(servers.second, redirect)).statusCode())
                .as("asked once in a login")
                .isEqualTo(303);
        servers.awaitRegistered(attackers);
    }

    @Test
    void start_confirmedWithoutCookieOrWithAnothers_isTheRefusedPageAndKernelIsNotAsked() {
        String state = state(someone(), StatePurpose.LOGIN);
        Browser asked = new Browser();
        HttpResponse<String> question = asked.get(start(servers.first, state));
        Browser another = new Browser();
        another.get(start(servers.first, state));
        HttpResponse<String> ofAnotherState = asked.get(start(servers.first, state(someone(), StatePurpose.LOGIN)));
        URI form = start(servers.second, "").resolve("start");
        String refused = new Browser().get(start(servers.first, "nonsense")).body();

        assertThat(new Browser().submit(form, question).body()).isEqualTo(refused);
        assertThat(another.submit(form, question).body()).isEqualTo(refused);
        assertThat(asked.submit(form, ofAnotherState, Map.of("state", state)).body())
                .isEqualTo(refused);
        assertThat(asked.submit(form, question).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {9 * 1024, 100 * 1024})
    void login_largeIdToken_logsIn(int characters) {
        AuraId auraId = someone();
        servers.kernel.padIdTokens(characters);
        assertThat(servers.logIn(servers.first, state(auraId, StatePurpose.LOGIN))
                        .statusCode())
                .isEqualTo(303);
        assertThat(servers.statusOf(auraId)).isEqualTo(200);
    }

    @Test
    void refusals_ofStatesAndTokens_areCountedAndLoggedByReasonWithoutAValue() {
        AuraId auraId = someone();
        String logout = state(auraId, StatePurpose.LOGOUT);
        new Browser().get(start(servers.first, logout));
        servers.kernel.lie(KernelLie.WRONG_NONCE);
        servers.logIn(servers.first, state(auraId, StatePurpose.LOGIN));

        String metrics = new Browser().get(servers.first.uri("/metrics")).body();
        assertThat(metrics)
                .containsPattern("aura_login_refusals_total\\{kind=\"state\",reason=\"purpose\"} [1-9]")
                .containsPattern("aura_login_refusals_total\\{kind=\"token\",reason=\"nonce\"} [1-9]")
                .contains("aura_login_refusals_total{kind=\"token\",reason=\"inactive\"}");
        assertThat(servers.first.output())
                .anyMatch(line -> line.contains("login refused") && line.contains("\"reason\":\"purpose\""))
                .anyMatch(line -> line.contains("login refused") && line.contains("\"reason\":\"nonce\""))
                .noneMatch(line -> line.contains(logout) || line.contains(auraId.value()));
    }

    @Test
    void login_oneStateOnTwoServersAtOnce_isOneLogin() {
        AuraId auraId = someone();
        String state = state(auraId, StatePurpose.LOGIN);
        Browser browser = new Browser();
        URI redirect = servers.logInAtKernel(browser, servers.first, state);
        int before = servers.kernel.asked(KernelEndpoint.TOKEN);
        List<Integer> statuses = Race.of(
                8,
                caller -> browser.get(callback(caller % 2 == 0 ? servers.first : servers.second, redirect))
                        .statusCode());
        assertThat(statuses).filteredOn(status -> status == 303).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 400).hasSize(7);
        assertThat(servers.kernel.asked(KernelEndpoint.TOKEN)).isEqualTo(before + 1);
        assertThat(servers.statusOf(auraId)).isEqualTo(200);
    }

    @Test
    void anyStep_stateThatIsRefused_isOneIdenticalPageAndNothingStored() {
        AuraId auraId = someone();
        Instant now = Instant.now();
        String used = state(someone(), StatePurpose.LOGIN);
        assertThat(servers.logIn(servers.first, used).statusCode()).isEqualTo(303);
        String good = state(auraId, StatePurpose.LOGIN);
        Map<String, String> refused = Map.of(
                "old", state(auraId, StatePurpose.LOGIN, Api.ENCRYPTION_KEY, now.minusSeconds(601)),
                "future", state(auraId, StatePurpose.LOGIN, Api.ENCRYPTION_KEY, now.plusSeconds(90)),
                "foreign", state(auraId, StatePurpose.LOGIN, "another-environment-s-secret-key", now),
                "tampered", good.substring(0, 60) + (good.charAt(60) == 'a' ? 'b' : 'a') + good.substring(61),
                "for logout", state(auraId, StatePurpose.LOGOUT),
                "a key", Api.key("aura-bot", AccessMode.READ),
                "nonsense", "nonsense",
                "nothing", "",
                "long", "a".repeat(17_000),
                "used", used);
        List<String> pages = new ArrayList<>();
        refused.forEach((kind, state) -> {
            for (ServerProcess server : List.of(servers.first, servers.second)) {
                HttpResponse<String> answer =
                        new Browser().get(server.uri(login(server).getPath() + "?code=c&state=" + state));
                assertThat(answer.statusCode()).as(kind).isEqualTo(400);
                pages.add(answer.body());
                HttpResponse<String> begun = new Browser().get(start(server, state));
                assertThat(begun.statusCode()).as(kind).isEqualTo(400);
                pages.add(begun.body());
            }
        });
        assertThat(Set.copyOf(pages)).hasSize(1);
        assertThat(servers.statusOf(auraId)).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(KernelLie.class)
    void login_kernelLies_registersNobody(KernelLie lie) {
        AuraId auraId = someone();
        servers.kernel.lie(lie);
        HttpResponse<String> answer = servers.logIn(servers.first, state(auraId, StatePurpose.LOGIN));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(servers.statusOf(auraId)).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(KernelMisbehaviour.class)
    void login_kernelFailsAtTheExchange_saysSoInTimeAndRegistersNobody(KernelMisbehaviour how) {
        AuraId auraId = someone();
        Browser browser = new Browser();
        ServerProcess server = how.ordinal() % 2 == 0 ? servers.first : servers.second;
        URI redirect = servers.logInAtKernel(browser, server, state(auraId, StatePurpose.LOGIN));
        servers.kernel.misbehave(KernelEndpoint.TOKEN, how);
        Instant begun = Instant.now();
        HttpResponse<String> answer = browser.get(callback(server, redirect));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(LONGEST);
        int expected = REFUSALS.contains(how) ? 400 : how == KernelMisbehaviour.SILENCE ? 504 : 502;
        assertThat(answer.statusCode()).isEqualTo(expected);
        assertThat(answer.headers().firstValue("content-type")).contains("text/html;charset=utf-8");
        servers.kernel.behave();
        assertThat(servers.statusOf(auraId)).isEqualTo(404);
        assertThat(servers.logIn(server, state(auraId, StatePurpose.LOGIN)).statusCode())
                .as("all is well again")
                .isEqualTo(303);
    }

    @Test
    void login_personErasedMeanwhile_isRefusedAndStaysGone() {
        AuraId auraId = someone();
        assertThat(servers.logIn(servers.first, state(auraId, StatePurpose.LOGIN))
                        .statusCode())
                .isEqualTo(303);
        Browser browser = new Browser();
        URI redirect = servers.logInAtKernel(browser, servers.second, state(auraId, StatePurpose.LOGIN));
        HttpRequest erase = servers.api
                .request(
                        "/admin/users/phone-numbers/%2B" + KernelServers.PHONE.substring(1),
                        Api.key("kernel", AccessMode.WRITE))
                .DELETE()
                .build();
        assertThat(servers.api.call(erase).statusCode()).isEqualTo(204);
        assertThat(browser.get(callback(servers.second, redirect)).statusCode()).isEqualTo(400);
        assertThat(servers.statusOf(auraId)).isEqualTo(404);
    }

    @Test
    void logout_ofAUser_removesHimOnceAndEverywhere() {
        AuraId auraId = someone();
        assertThat(servers.logIn(servers.second, state(auraId, StatePurpose.LOGIN))
                        .statusCode())
                .isEqualTo(303);
        String state = state(auraId, StatePurpose.LOGOUT);
        assertThat(new Browser().get(logout(servers.first, state)).statusCode()).isEqualTo(303);
        assertThat(servers.statusOf(auraId)).isEqualTo(404);
        assertThat(new Browser().get(logout(servers.second, state)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void login_fromBeginningToEnd_leavesNoSecretInAnyLog() {
        AuraId auraId = someone();
        String state = state(auraId, StatePurpose.LOGIN);
        Browser browser = new Browser();
        URI redirect = servers.logInAtKernel(browser, servers.first, state);
        Set<String> secrets = Set.of(
                state,
                redirect.getRawQuery().replaceAll(".*code=([^&]*).*", "$1"),
                browser.cookies().values().iterator().next(),
                KernelServers.PHONE,
                KernelServers.CLIENT_SECRET,
                auraId.value());
        browser.get(callback(servers.first, redirect));
        servers.logIn(servers.second, state(someone(), StatePurpose.LOGIN));
        for (ServerProcess server : List.of(servers.first, servers.second)) {
            assertThat(server.output())
                    .isNotEmpty()
                    .noneMatch(line -> secrets.stream().anyMatch(line::contains));
        }
    }
}
