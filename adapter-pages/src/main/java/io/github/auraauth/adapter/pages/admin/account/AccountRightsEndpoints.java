package io.github.auraauth.adapter.pages.admin.account;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.admin.view.PermissionFields;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.FormField.Option;
import io.github.auraauth.adapter.pages.site.Links;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.permission.Groups;
import io.github.auraauth.port.in.permission.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The form of the rights of an account: its flags, its groups and its own permissions, by ticked boxes. */
public final class AccountRightsEndpoints {
    private static final String STAFF = "is_staff";
    private static final String SUPERUSER = "is_superuser";
    private static final String GROUPS = "groups";
    private static final String REVISION = "revision";

    private final Accounts accounts;
    private final Groups groups;
    private final Permissions permissions;
    private final AdminSite site;

    public AccountRightsEndpoints(Accounts accounts, Groups groups, Permissions permissions, AdminSite site) {
        this.accounts = accounts;
        this.groups = groups;
        this.permissions = permissions;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("showAccountRights", site.show(this::show), "changeAccountRights", site.change(this::change));
    }

    private Endpoint.Action show(AdminRequest request) {
        Optional<Username> username = Username.parse(request.parameter("username"));
        return deadline -> username.map(name -> shown(request, name, Optional.empty(), view -> view, deadline))
                .orElseGet(request::absent);
    }

    private Endpoint.Action change(AdminRequest request) {
        Optional<Username> username = Username.parse(request.parameter("username"));
        Entries entries = PermissionFields.read(request)
                .with(STAFF, request.isTicked(STAFF))
                .with(SUPERUSER, request.isTicked(SUPERUSER))
                .with(GROUPS, request.ticked(GROUPS));
        return deadline ->
                username.map(name -> changed(request, name, entries, deadline)).orElseGet(request::absent);
    }

    private Response changed(AdminRequest request, Username username, Entries entries, Deadline deadline) {
        if (!entries.areGood()) {
            return shown(request, username, Optional.of(entries), View::refusing, deadline);
        }
        Set<GroupName> wanted = request.ticked(GROUPS).stream()
                .flatMap(name -> GroupName.parse(name).stream())
                .collect(Collectors.toSet());
        AccountChange change = new AccountChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(request.isTicked(STAFF)),
                Optional.of(request.isTicked(SUPERUSER)).filter(flag -> request.isSuperuser()),
                Optional.of(wanted),
                Optional.of(PermissionFields.chosen(request)));
        return accounts.find(username, request.actor(), deadline)
                .then(details -> isOutdated(request, details, wanted)
                        ? Outcome.done(shown(
                                request,
                                username,
                                Optional.empty(),
                                view -> view.refusing(request.text("changed-meanwhile")),
                                deadline))
                        : accounts.change(username, change, request.actor(), deadline)
                                .map(done -> request.done(AccountPaths.of(username), "account-rights")))
                .fold(answer -> answer, refusal -> refused(request, username, entries, refusal, deadline));
    }

    /** Whether the form was made of an account that has become another one since, and not the one that it asks for. */
    private static boolean isOutdated(AdminRequest request, AccountDetails details, Set<GroupName> groups) {
        boolean same = details.account().rights().permissions().equals(PermissionFields.chosen(request))
                && Set.copyOf(details.groups()).equals(groups)
                && details.account().rights().staff() == request.isTicked(STAFF);
        return !same && !request.field(REVISION).equals(revision(details));
    }

    private static String revision(AccountDetails details) {
        return Long.toString(details.account().revision());
    }

    private Response refused(
            AdminRequest request, Username username, Entries entries, Refusal refusal, Deadline deadline) {
        return refusal.reason() == Refusal.Reason.ABSENT
                ? request.absent()
                : shown(
                        request,
                        username,
                        Optional.of(entries),
                        view -> view.refusing(request.reason(refusal)),
                        deadline);
    }

    private Response shown(
            AdminRequest request,
            Username username,
            Optional<Entries> entries,
            UnaryOperator<View> how,
            Deadline deadline) {
        return accounts.find(username, request.actor(), deadline)
                .fold(
                        details -> request.page(how.apply(form(request, details, entries, deadline))),
                        refusal -> request.refused(AccountListEndpoints.PATH, refusal));
    }

    private View form(AdminRequest request, AccountDetails details, Optional<Entries> given, Deadline deadline) {
        Entries entries = given.orElseGet(() -> PermissionFields.of(
                        details.account().rights().permissions())
                .with(STAFF, details.account().rights().staff())
                .with(SUPERUSER, details.rights().superuser())
                .with(GROUPS, details.groups().stream().map(GroupName::value).collect(Collectors.toSet())));
        List<FormField> fields = new ArrayList<>();
        fields.add(entries.in(FormField.of(STAFF, request.text("account-rights.staff"), InputType.CHECKBOX)
                .hinted(request.text("account-rights.staff.hint"))));
        if (request.isSuperuser()) {
            fields.add(entries.in(FormField.of(SUPERUSER, request.text("account-rights.superuser"), InputType.CHECKBOX)
                    .hinted(request.text("account-rights.superuser.hint"))));
        }
        List<Option> options = groupOptions(request, details, deadline);
        if (!options.isEmpty()) {
            fields.add(entries.in(FormField.of(GROUPS, request.text("account.groups"), InputType.CHECKBOXES)
                    .from(options)));
        }
        fields.addAll(PermissionFields.fields(
                request, permissions.list(deadline), details.account().rights().permissions(), entries));
        String name = details.account().username().value();
        String path = AccountPaths.of(details.account().username());
        return request.view(
                        AccountListEndpoints.PATH,
                        request.text("account-rights.title", Map.of("username", name)),
                        List.of(
                                new Paragraph(request.text("account-rights.description")),
                                request.form(path + "/rights", fields, "account-rights.action", Form.Style.MAIN)
                                        .with(REVISION, revision(details))))
                .below(new Links.Link(request.path(path), name));
    }

    /** The first groups that may be seen, and those that the account is in. */
    private List<Option> groupOptions(AdminRequest request, AccountDetails details, Deadline deadline) {
        Set<String> names = new TreeSet<>();
        details.groups().forEach(group -> names.add(group.value()));
        Page<Group> first = groups.list(PageRequest.first(PageRequest.USUAL), request.actor(), deadline)
                .fold(
                        page -> page,
                        refusal -> new Page<>(List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
        first.results().forEach(group -> names.add(group.name().value()));
        return names.stream().map(name -> new Option(name, name)).toList();
    }
}
