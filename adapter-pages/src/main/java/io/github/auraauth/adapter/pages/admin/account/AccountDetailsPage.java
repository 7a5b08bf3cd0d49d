package io.github.auraauth.adapter.pages.admin.account;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.ListPage;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.Heading;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.port.in.account.LoginLocks.LoginLock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of one account. */
final class AccountDetailsPage {
    private final AdminRequest request;
    private final AccountDetails details;
    private final Account account;
    private final LoginLock lock;

    AccountDetailsPage(AdminRequest request, AccountDetails details, LoginLock lock) {
        this.request = request;
        this.details = details;
        this.account = details.account();
        this.lock = lock;
    }

    /** @param entries what was filled in, where the form comes back */
    View view(Optional<Entries> entries) {
        List<Element> elements = new ArrayList<>();
        elements.add(identity());
        elements.add(new Heading(request.text("account.login.title")));
        elements.addAll(new LoginObstacles(request, details, lock).elements());
        elements.add(new Heading(request.text("account.rights.title")));
        elements.add(rights());
        elements.add(Links.of(links()));
        if (request.may(OwnPermissions.UPDATE_ACCOUNT)) {
            elements.add(new Heading(request.text("account.profile.title")));
            elements.add(request.form(
                    AccountPaths.of(account.username()),
                    ProfileForm.fields(request, entries.orElseGet(() -> ProfileForm.of(account.profile()))),
                    "account.profile.action",
                    Form.Style.MAIN));
        }
        return request.view(AccountListEndpoints.PATH, account.username().value(), elements)
                .below(new Links.Link(request.path(AccountListEndpoints.PATH), request.text("accounts.title")));
    }

    private Element identity() {
        List<Fact> facts = new ArrayList<>();
        String name = AccountListEndpoints.name(details);
        facts.add(new Fact(
                request.text("account.name"),
                name.isEmpty() ? Cell.of(request.text("none"), Tone.QUIET) : Cell.of(name)));
        facts.add(new Fact(
                request.text("account.email"),
                account.profile()
                        .email()
                        .map(AccountEmail::value)
                        .map(Cell::code)
                        .orElseGet(() -> Cell.of(request.text("none"), Tone.QUIET))));
        facts.add(new Fact(request.text("account.id"), Cell.code(account.id().value())));
        facts.add(new Fact(
                request.text("account.joined"), request.moment(account.origin().dateJoined())));
        facts.add(new Fact(request.text("account.last-login"), request.moment(account.lastLogin(), "never")));
        facts.add(new Fact(request.text("account.factors"), factors()));
        List<Cell> state = new ArrayList<>(List.of(AccountListEndpoints.state(request, details)));
        if (request.may(OwnPermissions.UPDATE_ACCOUNT)) {
            state.add(Cell.of(request.form(
                            AccountPaths.of(account.username(), "state"),
                            List.of(),
                            account.isActive() ? "account.deactivate" : "account.activate",
                            Form.Style.OTHER)
                    .with("active", Boolean.toString(!account.isActive()))));
        }
        facts.add(new Fact(request.text("account.state"), state));
        return new Facts(facts);
    }

    private List<Cell> factors() {
        SecondFactors factors = account.secondFactors();
        List<Cell> cells = new ArrayList<>();
        factors.totp().ifPresent(app -> cells.add(Cell.of(request.text("account.factors.app"))));
        if (!factors.passkeys().isEmpty()) {
            cells.add(Cell.of(request.text(
                    "account.factors.passkeys",
                    Map.of("count", Integer.toString(factors.passkeys().size())))));
        }
        if (factors.any()) {
            cells.add(Cell.of(
                    request.text(
                            "account.factors.codes",
                            Map.of(
                                    "count",
                                    Integer.toString(factors.recoveryCodes().size()))),
                    Tone.QUIET));
        }
        return cells.isEmpty() ? List.of(Cell.of(request.text("none"), Tone.QUIET)) : cells;
    }

    private Element rights() {
        List<Fact> facts = new ArrayList<>();
        String role = AccountListEndpoints.rights(request, details);
        facts.add(
                new Fact(request.text("account.role"), Cell.of(role.isEmpty() ? request.text("account.usual") : role)));
        facts.add(new Fact(
                request.text("account.groups"),
                details.groups().stream()
                        .map(group -> request.may(OwnPermissions.VIEW_GROUP)
                                ? Cell.link(
                                        group.value(),
                                        request.path("/admin/group?name=" + ListPage.encoded(group.value())))
                                : Cell.of(group.value()))
                        .toList()));
        facts.add(new Fact(
                request.text("account.permissions.own"),
                Cell.of(listed(account.rights().permissions()))));
        facts.add(new Fact(
                request.text("account.permissions.effective"),
                Cell.of(
                        details.rights().superuser()
                                ? request.text("account.permissions.all")
                                : listed(details.effective()))));
        return new Facts(facts.stream()
                .map(fact -> fact.values().isEmpty()
                        ? new Fact(fact.name(), Cell.of(request.text("none"), Tone.QUIET))
                        : fact)
                .toList());
    }

    private String listed(Collection<Permission> permissions) {
        return permissions.isEmpty()
                ? request.text("none")
                : String.join(
                        ", ",
                        permissions.stream().map(Permission::codeName).sorted().toList());
    }

    private Links.Link[] links() {
        String name = account.username().value();
        List<Links.Link> links = new ArrayList<>();
        if (request.may(OwnPermissions.UPDATE_ACCOUNT)) {
            links.add(request.link(AccountPaths.of(account.username(), "rights"), "account.links.rights"));
        }
        if (request.may(OwnPermissions.LIST_TOKEN)) {
            links.add(request.link("/admin/tokens?account=" + ListPage.encoded(name), "account.links.tokens"));
        }
        if (request.may(OwnPermissions.LIST_ACTIVITY)) {
            links.add(request.link("/admin/activity?account=" + ListPage.encoded(name), "account.links.activity"));
        }
        if (request.isSuperuser() && account.secondFactors().any()) {
            links.add(request.link(AccountPaths.of(account.username(), "factors"), "account.links.factors"));
        }
        if (request.may(OwnPermissions.DESTROY_ACCOUNT)) {
            links.add(request.link(AccountPaths.of(account.username(), "deletion"), "account.links.deletion"));
        }
        return links.toArray(Links.Link[]::new);
    }
}
