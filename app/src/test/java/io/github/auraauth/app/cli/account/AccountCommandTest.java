package io.github.auraauth.app.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.account.AccountImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountCommandTest {
    private static final String ADDRESS = "https://aura.example/invitation#invitation-secret";

    private final AccountShell shell = new AccountShell();

    @TempDir
    private Path folder;

    @Test
    void create_withAllOptions_makesItAndPrintsTheAddressLast() throws Exception {
        assertThat(shell.run(
                        "account",
                        "create",
                        "Ana",
                        "--email",
                        "ana@radio.example",
                        "--first-name",
                        "Ana",
                        "--last-name",
                        "Ñandú",
                        "--superuser",
                        "--staff",
                        "--group",
                        "Host",
                        "--group",
                        "Host+",
                        "--permission",
                        "view_show,add_show",
                        "--permission",
                        "list_show"))
                .isZero();

        assertThat(shell.out()).isEqualTo(ADDRESS + System.lineSeparator());
        AccountDetails made = account("ana");
        assertThat(made.rights().superuser()).isTrue();
        assertThat(made.account().rights().staff()).isTrue();
        assertThat(made.groups()).containsExactly(new GroupName("Host"), new GroupName("Host+"));
        assertThat(made.account().rights().permissions()).hasSize(3);
        assertThat(shell.accounts.actors).containsOnly("cli:operator");
    }

    @Test
    void create_asJson_holdsAccountAndAddress() throws Exception {
        assertThat(shell.run("account", "create", "ana", "--json")).isZero();

        JsonNode json = json();
        assertThat(json.get("invite").asText()).isEqualTo(ADDRESS);
        assertThat(json.get("account").get("username").asText()).isEqualTo("ana");
        assertThat(json.get("account").get("is_superuser").asBoolean()).isFalse();
        assertThat(json.get("account").get("last_login").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account create not/a/name",
                "account create ana --email nothing",
                "account create ana --permission Nothing",
                "account create ana --group a/b",
                "account grant ana",
                "account import /nowhere",
                "group grant Host",
                "token create name",
                "token create name --account ana --expires never",
                "token revoke nothing"
            })
    void check_wrongArguments_areUsage(String arguments) throws Exception {
        assertThat(shell.run(arguments.split(" "))).isEqualTo(64);
        assertThat(shell.accounts.actors).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Refusal.Reason.class)
    void call_refused_saysWhyAndChangesTheStatus(Refusal.Reason reason) throws Exception {
        shell.accounts.insert("ana");
        shell.accounts.refusal = Optional.of(Refusal.of(reason, "groups"));

        assertThat(shell.run("account", "show", "ana")).isEqualTo(1);

        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).startsWith("aura: groups: ");
    }

    @Test
    void list_moreThanAPage_showsAllOfThem() throws Exception {
        for (String name : List.of("e", "d", "c", "b", "a")) {
            shell.accounts.insert(name);
        }

        assertThat(shell.run("account", "list")).isZero();
        assertThat(shell.out().lines())
                .extracting(line -> line.substring(line.length() - 1))
                .containsExactly("a", "b", "c", "d", "e");
        assertThat(shell.run("account", "list", "--json")).isZero();
        assertThat(json()).hasSize(5);
    }

    @Test
    void list_inactive_leavesTheActiveOnesOut() throws Exception {
        shell.accounts.insert("ana");
        shell.accounts.insert("bela");
        shell.run("account", "deactivate", "bela");

        assertThat(shell.run("account", "list", "--inactive")).isZero();

        assertThat(shell.out().lines()).singleElement().asString().endsWith("bela");
    }

    @Test
    void grantAndRevoke_rights_addAndTakeWhatIsNamed() throws Exception {
        shell.accounts.insert("ana");
        assertThat(shell.run("account", "grant", "ana", "--permission", "view_show,add_show", "--group", "Host"))
                .isZero();
        assertThat(shell.run("account", "grant", "ana", "--permission", "list_show", "--superuser"))
                .isZero();
        assertThat(account("ana").rights().superuser()).isTrue();
        assertThat(account("ana").groups()).containsExactly(new GroupName("Host"));
        assertThat(shell.run("account", "revoke", "ana", "--permission", "view_show", "--group", "Host", "--superuser"))
                .isZero();

        assertThat(account("ana").account().rights().permissions())
                .containsExactlyInAnyOrder(new Permission("add_show"), new Permission("list_show"));
        assertThat(account("ana").groups()).isEmpty();
        assertThat(account("ana").rights().superuser()).isFalse();
    }

    @Test
    void activateAndDeactivate_account_changesItsState() throws Exception {
        shell.accounts.insert("ana");

        assertThat(shell.run("account", "deactivate", "ANA")).isZero();
        assertThat(account("ana").account().isActive()).isFalse();
        assertThat(shell.run("account", "activate", "ana")).isZero();
        assertThat(account("ana").account().isActive()).isTrue();
    }

    @Test
    void delete_account_erasesIt() throws Exception {
        shell.accounts.insert("ana");

        assertThat(shell.run("account", "delete", "ana")).isZero();
        assertThat(shell.run("account", "delete", "ana")).isEqualTo(1);
        assertThat(shell.err()).contains("there is none of that name");
    }

    @Test
    void setPassword_atATerminal_asksTwice() throws Exception {
        shell.accounts.insert("ana");

        assertThat(shell.typing("one password", "another one").run("account", "set-password", "ana"))
                .isEqualTo(64);
        assertThat(shell.accounts.password).isEmpty();
        assertThat(shell.typing("one password", "one password").run("account", "set-password", "ana"))
                .isZero();
        assertThat(shell.accounts.password).contains(Secret.ofText("one password"));
        assertThat(shell.out() + shell.err()).doesNotContain("one password");
    }

    @Test
    void setPassword_onStandardInput_isTheFirstLineAsItIs() throws Exception {
        shell.accounts.insert("ana");

        assertThat(shell.given(" one password \nsomething").run("account", "set-password", "ana"))
                .isZero();

        assertThat(shell.accounts.password).contains(Secret.ofText(" one password "));
    }

    @Test
    void setPassword_asAnArgument_isRefusedAndNotRepeated() throws Exception {
        assertThat(shell.run("account", "set-password", "ana", "one-password")).isEqualTo(64);
        assertThat(shell.given("").run("account", "set-password", "ana")).isEqualTo(64);
        assertThat(shell.accounts.password).isEmpty();
    }

    @Test
    void unlock_withASource_namesIt() throws Exception {
        shell.accounts.insert("ana");

        assertThat(shell.run("account", "unlock", "ana", "--source", "192.0.2.1"))
                .isZero();

        assertThat(shell.accounts.unlocked).contains("ana from 192.0.2.1");
    }

    @Test
    void resetFactor_account_takesThemAway() throws Exception {
        shell.accounts.insert("ana");

        assertThat(shell.run("account", "reset-factor", "ANA")).isZero();
        assertThat(shell.err()).contains("its second factors are gone");
        assertThat(shell.accounts.actors).allMatch(actor -> actor.startsWith("cli:"));
        assertThat(shell.run("account", "reset-factor", "bela")).isEqualTo(1);
    }

    @Test
    void resetFactor_accountWithoutOne_saysSo() throws Exception {
        shell.accounts.insert("ana");
        shell.accounts.refusal = Optional.of(Refusal.of(Refusal.Reason.ABSENT, "second_factor"));

        assertThat(shell.run("account", "reset-factor", "ana")).isEqualTo(1);
        assertThat(shell.err()).contains("the account has no second factor");
    }

    @Test
    void invite_account_printsTheAddress() throws Exception {
        shell.accounts.insert("ana");

        assertThat(shell.run("account", "invite", "ana")).isZero();
        assertThat(shell.out().strip()).isEqualTo(ADDRESS);
        assertThat(shell.run("account", "invite", "ana", "--json")).isZero();
        assertThat(json().get("invite").asText()).isEqualTo(ADDRESS);
    }

    @Test
    void export_account_holdsAllParts() throws Exception {
        shell.accounts.insert("ana");
        shell.run("token", "create", "of tests", "--account", "ana");

        assertThat(shell.run("account", "export", "ana")).isZero();

        JsonNode json = json();
        assertThat(json.get("account").get("origin").asText()).isEqualTo("created");
        assertThat(json.get("account").get("has_password").asBoolean()).isFalse();
        assertThat(json.get("sessions")).hasSize(1);
        assertThat(json.get("sessions").get(0).get("methods").get(0).asText()).isEqualTo("pwd");
        assertThat(json.get("second_factors").get("recovery_codes").asInt()).isZero();
        assertThat(json.get("second_factors").get("passkeys").get(0).get("name").asText())
                .isEqualTo("a key");
        assertThat(json.get("tokens").get(0).get("name").asText()).isEqualTo("of tests");
        assertThat(json.get("consents").get(0).get("scope").asText()).isEqualTo("openid email");
        assertThat(json.get("activity").get(0).get("event").asText()).isEqualTo("account.login");
        assertThat(shell.out()).doesNotContain("aurt_");
    }

    @Test
    void importing_dump_givesItOnAndPrintsCounts() throws Exception {
        Path file = dump();

        assertThat(shell.run("account", "import", file.toString())).isZero();

        assertThat(shell.accounts.imported.orElseThrow().accounts()).hasSize(1);
        assertThat(shell.out()).contains("accounts         4", "tokens           2", "clients          2");
        assertThat(shell.err())
                .contains("a notice", "a notice of a client", "1 of sessions.session")
                .doesNotContain("made-up");
    }

    @Test
    void importing_dryRunAsJson_writesNothing() throws Exception {
        assertThat(shell.run("account", "import", dump().toString(), "--dry-run", "--json"))
                .isZero();

        assertThat(shell.accounts.imported).isEmpty();
        assertThat(json().get("dry_run").asBoolean()).isTrue();
        assertThat(json().get("accounts").asInt()).isEqualTo(4);
        assertThat(json().get("clients").asInt()).isEqualTo(2);
    }

    @Test
    void importing_refused_saysEverythingThatIsWrong() throws Exception {
        shell.accounts.importResult = new AccountImport.Refused(List.of("one thing", "another"));
        shell.accounts.clientProblems = List.of("a client");

        assertThat(shell.run("account", "import", dump().toString())).isEqualTo(1);

        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("3 things are in the way", "  one thing", "  another", "  a client");
    }

    @Test
    void importing_noDump_isUsageThatRepeatsNothingOfIt() throws Exception {
        Path file = Files.writeString(folder.resolve("none.json"), "[\n{\"model\": hidden");

        assertThat(shell.run("account", "import", file.toString())).isEqualTo(64);
        assertThat(shell.err()).contains("line 2").doesNotContain("hidden");
    }

    @Test
    void groups_madeChangedAndDeleted_areWhatTheCommandsSay() throws Exception {
        assertThat(shell.run("group", "create", "Sound Engineers", "--permission", "view_show"))
                .isZero();
        assertThat(shell.run("group", "grant", "Sound Engineers", "--permission", "add_show,list_show"))
                .isZero();
        assertThat(shell.run("group", "revoke", "Sound Engineers", "--permission", "view_show"))
                .isZero();
        assertThat(shell.run("group", "show", "Sound Engineers", "--json")).isZero();
        assertThat(json().get("permissions")).extracting(JsonNode::asText).containsExactly("add_show", "list_show");
        assertThat(shell.run("group", "list")).isZero();
        assertThat(shell.out().strip()).isEqualTo("Sound Engineers");
        assertThat(shell.run("group", "list", "--json")).isZero();
        assertThat(json()).hasSize(1);
        assertThat(shell.run("group", "delete", "Sound Engineers")).isZero();
        assertThat(shell.run("group", "show", "Sound Engineers")).isEqualTo(1);
    }

    @Test
    void permissions_madeListedAndDeleted_areWhatTheCommandsSay() throws Exception {
        assertThat(shell.run("permission", "create", "change_show", "--text", "Change own shows"))
                .isZero();
        assertThat(shell.run("permission", "create", "change_show")).isEqualTo(1);
        assertThat(shell.run("permission", "create", "view_show")).isZero();
        assertThat(shell.run("permission", "list")).isZero();
        assertThat(shell.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly("change_show Change own shows", "view_show Can view show");
        assertThat(shell.run("permission", "list", "--json")).isZero();
        assertThat(json()).hasSize(2);
        assertThat(shell.run("permission", "delete", "view_show")).isZero();
        assertThat(shell.run("permission", "delete", "view_show")).isEqualTo(1);
        assertThat(shell.run("permission", "create", "nonsense")).isEqualTo(64);
        assertThat(shell.run("permission", "create", "view_show", "--text", " "))
                .isEqualTo(64);
    }

    @Test
    void call_unknownPermissionOrGroup_saysWhereToLook() throws Exception {
        shell.accounts.insert("ana");
        shell.accounts.refusal = Optional.of(Refusal.of(Refusal.Reason.UNKNOWN, "permissions"));
        shell.run("account", "show", "ana");
        assertThat(shell.err()).contains("aura permission list", "aura permission create");
        shell.accounts.refusal = Optional.of(Refusal.of(Refusal.Reason.UNKNOWN, "groups"));
        shell.run("account", "show", "ana");
        assertThat(shell.err()).contains("aura group list");
    }

    @Test
    void revoke_whatIsNotThere_isSaid() throws Exception {
        shell.accounts.insert("ana");
        assertThat(shell.run("account", "grant", "ana", "--group", "Host", "--permission", "view_show"))
                .isZero();

        assertThat(shell.run("account", "revoke", "ana", "--group", "host", "--permission", "view_show"))
                .isZero();

        assertThat(shell.err()).contains("it did not have host itself").doesNotContain("view_show");
    }

    @Test
    void tokens_madeListedAndRevoked_showTheSecretOnce() throws Exception {
        assertThat(shell.run(
                        "token",
                        "create",
                        "of tests",
                        "--account",
                        "Ana",
                        "--permission",
                        "view_show",
                        "--expires",
                        "90d"))
                .isZero();
        assertThat(shell.out().strip()).isEqualTo("aurt_made-up");
        assertThat(shell.run("token", "list", "--json")).isZero();
        JsonNode token = json().get(0);
        assertThat(token.get("account").asText()).isEqualTo("ana");
        assertThat(token.get("permissions").get(0).asText()).isEqualTo("view_show");
        assertThat(token.get("expires_at").asText()).isEqualTo("2026-04-02T03:04:05.000Z");
        assertThat(shell.run("token", "list", "--account", "ana")).isZero();
        assertThat(shell.out()).contains("good", "created", "of tests").doesNotContain("aurt_");
        assertThat(shell.run("token", "revoke", token.get("id").asText())).isZero();
        assertThat(shell.run("token", "revoke", token.get("id").asText())).isEqualTo(1);
    }

    @Test
    void tokenCreate_asJsonWithoutPermissions_carriesAll() throws Exception {
        assertThat(shell.run("token", "create", "of tests", "--account", "ana", "--json"))
                .isZero();

        assertThat(json().get("secret").asText()).isEqualTo("aurt_made-up");
        assertThat(json().get("token").get("permissions").isNull()).isTrue();
    }

    private Path dump() throws Exception {
        return Files.writeString(folder.resolve("dump.json"), """
                [{"model": "auth.user", "pk": 1, "fields": {"username": "ana", "password": "!made-up", "is_active": true}},
                 {"model": "oidc_provider.client", "pk": 1, "fields": {"client_secret": "made-up"}},
                 {"model": "oidc_provider.client", "pk": 2, "fields": {"client_secret": "made-up"}},
                 {"model": "sessions.session", "pk": "made-up", "fields": {"session_data": "made-up"}}]
                """);
    }

    private AccountDetails account(String name) {
        return shell.accounts.accounts.get(new Username(name));
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(shell.out());
    }
}
