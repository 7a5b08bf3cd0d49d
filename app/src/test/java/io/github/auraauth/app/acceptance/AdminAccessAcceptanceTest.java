package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.pages.admin.AdminPages;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.front.definition.Operation;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the pages of administration, by everybody who must not have it. */
class AdminAccessAcceptanceTest {
    @TempDir
    private static Path folder;

    private static AccountServers servers;
    private static ServerProcess server;
    private static AdminVisitor boss;
    private static AdminVisitor clerk;
    private static AdminVisitor listener;

    @BeforeAll
    static void start() {
        servers = AccountServers.one(folder, Map.of());
        server = servers.servers.get(0);
        servers.withPassword("boss");
        servers.withPassword("clerk");
        String[] all = OwnPermissions.all().stream()
                .map(each -> each.permission().codeName())
                .toArray(String[]::new);
        servers.withPassword("listener", all);
        patch("boss", "\"is_superuser\":true");
        patch("clerk", "\"is_staff\":true");
        boss = AdminVisitor.of(server, "boss");
        clerk = AdminVisitor.of(server, "clerk");
        listener = AdminVisitor.of(server, "listener");
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    static Stream<Operation> operations() {
        return AdminPages.definition().operations().stream();
    }

    static Stream<Operation> changes() {
        return operations().filter(operation -> operation.mapping().method().equals("POST"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_withoutASession_leadsToTheLoginAndBack(Operation operation) {
        Browser nobody = new Browser();
        HttpResponse<String> answer = isChange(operation)
                ? nobody.submit(server.uri(path(operation)), Map.of())
                : nobody.get(server.uri(path(operation)));

        assertThat(answer.statusCode()).isEqualTo(303);
        String next = isChange(operation) ? "%2Fadmin" : path(operation).replace("/", "%2F");
        assertThat(Browser.location(answer).toString()).startsWith("/login?next=" + next);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_ofSomebodyWhoIsNoStaff_isRefusedWhateverTheirPermissions(Operation operation) {
        HttpResponse<String> answer = ask(listener, operation);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("is_staff");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_ofStaffWithoutThePermission_isRefusedNamingIt(Operation operation) {
        Optional<String> needed = operation
                .optionalExtension("x-aura-permission")
                .or(() -> operation.tree().path("x-aura-superuser").asBoolean()
                        ? Optional.of("is_superuser")
                        : Optional.empty());
        HttpResponse<String> answer = ask(clerk, operation);

        if (needed.isPresent()) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains(needed.get());
        } else {
            assertThat(List.of("showOverview", "listPermissions"))
                    .contains(operation.mapping().id());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void change_thatNoFormOfOursAsksFor_isRefusedAndChangesNothing(Operation operation) {
        String before = servers.a.get("/activity", servers.root).body();
        String path = path(operation);

        assertRefused(boss.post(path, "", Map.of()));
        assertRefused(boss.post(path, clerk.csrf(), Map.of()));
        for (String site : List.of("cross-site", "same-site", "elsewhere")) {
            assertRefused(boss.post(path, boss.csrf(), Map.of("Sec-Fetch-Site", site)));
        }
        assertThat(servers.a.get("/activity", servers.root).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operation_ofWhatIsNotThere_isAPageAndNoFault(Operation operation) {
        HttpResponse<String> answer = ask(boss, operation);

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 303, 400, 404);
        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).startsWith("default-src 'none'").contains("frame-ancestors 'none'");
        assertThat(policy).doesNotContain("script-src");
    }

    @Test
    void navigation_ofStaff_showsOnlyWhatTheyMaySee() {
        assertThat(clerk.page("/admin"))
                .contains("href=\"/admin/permissions\"")
                .doesNotContain("href=\"/admin/accounts\"", "href=\"/admin/clients\"", "href=\"/admin/users\"");
        assertThat(boss.page("/admin"))
                .contains(
                        "href=\"/admin/accounts\"",
                        "href=\"/admin/clients\"",
                        "href=\"/admin/signing-keys\"",
                        "href=\"/admin/users\"");
    }

    @Test
    void path_withASlashBehindIt_leadsToThePage() {
        HttpResponse<String> answer = boss.get("/admin/");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(server.uri("/admin/").resolve(Browser.location(answer))).isEqualTo(server.uri("/admin"));
        assertThat(server.uri("/admin/accounts/").resolve(Browser.location(boss.get("/admin/accounts/?staff=true"))))
                .isEqualTo(server.uri("/admin/accounts?staff=true"));
        assertThat(boss.get("/admin//").statusCode()).isEqualTo(400);
        assertThat(boss.get("/api/v1/accounts/").statusCode()).isEqualTo(400);
        assertThat(boss.get("/admin/nothing/").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> ask(AdminVisitor visitor, Operation operation) {
        return isChange(operation) ? visitor.post(path(operation)) : visitor.get(path(operation));
    }

    private static boolean isChange(Operation operation) {
        return operation.mapping().method().equals("POST");
    }

    private static String path(Operation operation) {
        return '/'
                + String.join("/", operation.mapping().template())
                        .replace("{username}", "nobody")
                        .replace("{id}", "00000000-0000-4000-8000-000000000000")
                        .replace("{fingerprint}", "0".repeat(64));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    private static void patch(String username, String members) {
        AccountServers.made(servers.a.patch("/accounts/" + username, servers.root, '{' + members + '}'));
    }
}
