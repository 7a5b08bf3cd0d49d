package io.github.auraauth.usecase.permission;

import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.permission;
import static io.github.auraauth.usecase.AccountEnvironment.permissions;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupServiceTest {
    private static final Actor ROOT = Actor.commandLine("root");
    private static final GroupName EDITORS = new GroupName("editors");

    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();

    @Test
    void list_withoutThePermission_isThoseThatOneIsIn() {
        Group editors = all.group("editors");
        all.group("others");
        Account ana = all.member("ana", editors);
        assertThat(list(actor(ana))).containsExactly("editors");
        assertThat(list(ROOT)).containsExactly("editors", "others");
        assertThat(here.groups.find(new GroupName("others"), actor(ana), all.soon()))
                .isEqualTo(here.groups.find(new GroupName("nowhere"), actor(ana), all.soon()))
                .isEqualTo(Outcome.refused(Reason.ABSENT));
    }

    @Test
    void createAndChange_permissionsBeyondOnesOwn_areNeitherGivenNorTaken() {
        Account manager = all.account("manager", "create_group", "update_group", "view_account");
        assertThat(refusal(here.groups.create(EDITORS, permissions("list_account"), actor(manager), all.soon())))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "permissions"));
        done(here.groups.create(EDITORS, permissions("view_account"), actor(manager), all.soon()));
        assertThat(refusal(change(manager, permissions("view_account", "list_account"))))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "permissions"));
        done(here.groups.change(EDITORS, Optional.empty(), Optional.of(permissions("list_account")), ROOT, all.soon()));
        assertThat(refusal(change(manager, Set.of()))).isEqualTo(Refusal.of(Reason.FORBIDDEN, "permissions"));
    }

    @Test
    void change_groupThatOneIsIn_givesNobodyMore() {
        Group editors = all.group("editors", "update_group");
        Account ana = all.member("ana", editors);
        Actor actor = Actor.of(ana.id(), here.reader.recentRights(ana, all.soon()));
        assertThat(refusal(here.groups.change(
                        EDITORS,
                        Optional.empty(),
                        Optional.of(permissions("update_group", "list_account")),
                        actor,
                        all.soon())))
                .isEqualTo(Refusal.of(Reason.FORBIDDEN, "permissions"));
    }

    @Test
    void delete_groupWithMore_isRefused_andADeletedOneGivesNothing() {
        Group editors = all.group("editors", "list_account");
        Account ana = all.member("ana", editors);
        Account remover = all.account("remover", "destroy_group");
        assertThat(refusal(here.groups.delete(EDITORS, actor(remover), all.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(here.reader.recentRights(ana, all.soon()).has(permission("list_account")))
                .isTrue();
        done(here.groups.delete(EDITORS, ROOT, all.soon()));
        assertThat(here.reader.recentRights(ana, all.soon()).has(permission("list_account")))
                .isFalse();
    }

    @Test
    void create_unknownPermissionOrTakenName_isRefusedByTheField() {
        assertThat(refusal(here.groups.create(EDITORS, permissions("fly_kite"), ROOT, all.soon())))
                .isEqualTo(Refusal.of(Reason.UNKNOWN, "permissions"));
        List<Boolean> made = Race.of(number ->
                here.groups.create(EDITORS, Set.of(), ROOT, all.soon()).fold(group -> true, refused -> false));
        assertThat(made).containsOnlyOnce(true);
        done(here.groups.create(new GroupName("other"), Set.of(), ROOT, all.soon()));
        assertThat(refusal(here.groups.change(
                        EDITORS, Optional.of(new GroupName("other")), Optional.empty(), ROOT, all.soon())))
                .isEqualTo(Refusal.of(Reason.TAKEN, "name"));
    }

    @Test
    void permissions_ofTheService_stay_thoseOfOthersComeAndGo() {
        Permission kite = permission("fly_kite");
        done(here.permissions.create(DescribedPermission.undescribed(kite), ROOT, all.soon()));
        assertThat(refusal(here.permissions.create(DescribedPermission.undescribed(kite), ROOT, all.soon())))
                .isEqualTo(Refusal.of(Reason.TAKEN, "codename"));
        done(here.permissions.delete(kite, ROOT, all.soon()));
        assertThat(refusal(here.permissions.delete(kite, ROOT, all.soon())).reason())
                .isEqualTo(Reason.ABSENT);
        assertThat(refusal(here.permissions.delete(permission("view_account"), ROOT, all.soon()))
                        .reason())
                .isEqualTo(Reason.BUILT_IN);
        assertThat(refusal(here.permissions.delete(kite, actor(all.account("ana")), all.soon()))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
    }

    private Outcome<Group> change(Account by, Set<Permission> permissions) {
        return here.groups.change(EDITORS, Optional.empty(), Optional.of(permissions), actor(by), all.soon());
    }

    private List<String> list(Actor by) {
        return done(here.groups.list(PageRequest.first(10), by, all.soon())).results().stream()
                .map(group -> group.name().value())
                .toList();
    }
}
