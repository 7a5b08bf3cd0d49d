package io.github.auraauth.domain.accountimport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.accountimport.AccountDump.DumpedGroup;
import io.github.auraauth.domain.accountimport.AccountDump.DumpedPermission;
import io.github.auraauth.domain.accountimport.AccountDump.DumpedToken;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCheckTest {
    private static final String HASH = "pbkdf2_sha256$1000$madeUpSalt$QKWRJi1YgMy7T/zRadr0lMZXqdVGn5i+kSoo104UsKY=";
    private static final DumpedPermission ADD = new DumpedPermission("add_show", "program.show", "Can add show");

    @Test
    void of_goodDump_plansAllOfIt() {
        DumpedAccount ana = account("7", "Ana", HASH, Set.of("Hosts"), Set.of("add_show"));
        ImportCheck check = ImportCheck.of(new AccountDump(
                List.of(ana),
                List.of(new DumpedGroup("Hosts", Set.of("view_show"))),
                List.of(ADD),
                List.of(new DumpedToken(Secret.ofText("a-made-up-key"), "7", Optional.empty())),
                List.of()));

        assertThat(check.problems()).isEmpty();
        ImportPlan.PlannedAccount planned = check.plan().accounts().get(0);
        assertThat(planned.username()).isEqualTo(new Username("ana"));
        assertThat(planned.subject()).isEqualTo("7");
        assertThat(planned.password().orElseThrow().reveal()).isEqualTo(HASH);
        assertThat(planned.groups()).containsExactly(new GroupName("Hosts"));
        assertThat(planned.permissions()).containsExactly(new Permission("add_show"));
        assertThat(planned.tokens()).hasSize(1);
        assertThat(check.plan().groups()).containsEntry(new GroupName("Hosts"), Set.of(new Permission("view_show")));
        assertThat(check.plan().permissions())
                .containsExactly(
                        new DescribedPermission(new Permission("add_show"), "Can add show"),
                        DescribedPermission.undescribed(new Permission("view_show")));
        assertThat(check.plan().toString() + ana).doesNotContain("Ana", "ana", "madeUpSalt", "made-up-key");
    }

    @ParameterizedTest
    @CsvSource({"!", "!Xy3unusable", "''"})
    void of_unusablePassword_isNone(String password) {
        ImportCheck check = check(account("1", "ana", password, Set.of(), Set.of()));

        assertThat(check.problems()).isEmpty();
        assertThat(check.plan().accounts().get(0).password()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "argon2$argon2id$v=19$m=102400$hidden,by argon2",
        "bcrypt_sha256$$2b$12$hidden,by bcrypt_sha256",
        "pbkdf2_sha1$1000$hidden$hidden=,by pbkdf2_sha1",
        "5f4dcc3b5aa765d61d8327deb882cf99,in an unknown form"
    })
    void of_otherAlgorithm_isRefusedByNameWithoutTheHash(String password, String words) {
        assertThat(check(account("1", "ana", password, Set.of(), Set.of())).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith("auth.user 1 \"ana\" has a password hashed " + words)
                        .doesNotContain("hidden", "5f4d"));
    }

    @Test
    void of_namesThatFoldTogether_areRefusedByName() {
        assertThat(check(account("1", "ana", "!", Set.of(), Set.of()), account("2", "ANA", "!", Set.of(), Set.of()))
                        .problems())
                .containsExactly(
                        "auth.user 2 \"ANA\" has a user name that is the same as that of auth.user 1 \"ana\" here");
    }

    @Test
    void of_oneCodeNameOfTwoContentTypes_isRefusedByName() {
        AccountDump dump = new AccountDump(
                List.of(),
                List.of(),
                List.of(ADD, new DumpedPermission("add_show", "stage.show", "Can add show")),
                List.of(),
                List.of());

        assertThat(ImportCheck.of(dump).problems())
                .containsExactly(
                        "auth.permission \"add_show\" is one of several content types: program.show, stage.show");
    }

    @Test
    void of_muchThatIsWrong_saysAllOfItAtOnce() {
        DumpedAccount bad = new DumpedAccount(
                "auth.user",
                "",
                "ana",
                Secret.ofText("md5$hidden"),
                new DumpedAccount.Person("no address", "A\u0007", ""),
                new DumpedAccount.Flags(true, false, false),
                new DumpedAccount.Times(Optional.empty(), Optional.empty()),
                Set.of("Nobody"),
                Set.of("publish"));
        AccountDump dump = new AccountDump(
                List.of(bad, account("2", "no name\u001b[1m", "!", Set.of(), Set.of())),
                List.of(new DumpedGroup("a/b", Set.of())),
                List.of(new DumpedPermission("Publish it", "program.show", "")),
                List.of(
                        new DumpedToken(Secret.ofText("hidden key"), "2", Optional.empty()),
                        new DumpedToken(Secret.ofText("hidden"), "9", Optional.empty())),
                List.of("there are 3 knox.authtoken objects"));

        List<String> problems = ImportCheck.of(dump).problems();

        assertThat(problems)
                .anySatisfy(each -> assertThat(each).contains("primary key"))
                .anySatisfy(each -> assertThat(each).contains("hashed by md5"))
                .anySatisfy(each -> assertThat(each).contains("e-mail"))
                .anySatisfy(each -> assertThat(each).contains("first or last name"))
                .anySatisfy(each -> assertThat(each).contains("\"Nobody\""))
                .anySatisfy(each -> assertThat(each).contains("\"publish\""))
                .anySatisfy(each -> assertThat(each).contains("auth.user 2 \"no name?[1m\" has a user name"))
                .anySatisfy(each -> assertThat(each).contains("auth.group \"a/b\""))
                .anySatisfy(each -> assertThat(each).contains("\"Publish it\" of program.show"))
                .anySatisfy(each -> assertThat(each).contains("visible ASCII"))
                .anySatisfy(each -> assertThat(each).contains("the account 9"))
                .contains("there are 3 knox.authtoken objects");
        assertThat(String.join("\n", problems)).doesNotContain("hidden");
    }

    @Test
    void of_twoModelsOfAccounts_isRefused() {
        DumpedAccount other = new DumpedAccount(
                "people.person",
                "1",
                "bela",
                Secret.ofText("!"),
                new DumpedAccount.Person("", "", ""),
                new DumpedAccount.Flags(true, false, false),
                new DumpedAccount.Times(Optional.empty(), Optional.empty()),
                Set.of(),
                Set.of());

        assertThat(check(account("1", "ana", "!", Set.of(), Set.of()), other).problems())
                .containsExactly("there are accounts of several models: auth.user, people.person");
    }

    private static ImportCheck check(DumpedAccount... accounts) {
        return ImportCheck.of(new AccountDump(List.of(accounts), List.of(), List.of(), List.of(), List.of()));
    }

    private static DumpedAccount account(
            String key, String username, String password, Set<String> groups, Set<String> permissions) {
        return new DumpedAccount(
                "auth.user",
                key,
                username,
                Secret.ofText(password),
                new DumpedAccount.Person("ana@radio.example", "Ana", ""),
                new DumpedAccount.Flags(true, false, false),
                new DumpedAccount.Times(Optional.of(Instant.EPOCH), Optional.empty()),
                groups,
                permissions);
    }
}
