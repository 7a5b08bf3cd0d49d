package io.github.auraauth.adapter.pages.admin.user;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Entries;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.FormField;
import io.github.auraauth.adapter.pages.site.FormField.InputType;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.UserAdministration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One box that finds a person by auraId or phone number. */
public final class UserSearchEndpoints {
    /** Path of the box. */
    public static final String PATH = "/admin/users";

    static final String PERSON = "person";

    private final UserAdministration users;
    private final AdminSite site;

    public UserSearchEndpoints(UserAdministration users, AdminSite site) {
        this.users = users;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("showUserSearch", site.show(this::show), "findUsers", site.change(this::find));
    }

    /** The box, wherever it stands. */
    public static Form box(AdminRequest request, Entries entries) {
        FormField field = FormField.of(PERSON, request.text("users.person"), InputType.SEARCH)
                .hinted(request.text("users.person.hint"));
        return request.form(PATH, List.of(entries.in(field)), "users.action", Form.Style.MAIN);
    }

    private Endpoint.Action show(AdminRequest request) {
        return deadline -> request.page(view(request, Entries.NONE, List.of()));
    }

    private Endpoint.Action find(AdminRequest request) {
        String person = request.field(PERSON);
        Optional<AuraId> auraId = AuraId.parse(person);
        Optional<PhoneNumber> number = PhoneNumber.parse(person);
        Entries entries = Entries.NONE
                .with(PERSON, person)
                .requiring(auraId.isPresent() || number.isPresent(), PERSON, request.text("fault.person"));
        if (!entries.areGood()) {
            return deadline -> request.page(view(request, entries, List.of()).refusing());
        }
        return deadline -> found(request, auraId, number, deadline)
                .fold(
                        rows -> request.page(view(request, entries, results(request, rows, number))),
                        refusal -> request.refused(PATH, refusal));
    }

    /** By auraId, which may look like a number; else by the number. */
    private Outcome<List<UserRow>> found(
            AdminRequest request, Optional<AuraId> auraId, Optional<PhoneNumber> number, Deadline deadline) {
        Outcome<List<UserRow>> named = auraId.map(wanted -> users.find(wanted, request.actor(), deadline))
                .orElseGet(() -> Outcome.done(List.of()));
        return named.then(rows -> rows.isEmpty() && number.isPresent()
                ? users.find(number.get(), request.actor(), deadline)
                : Outcome.done(rows));
    }

    private static List<Element> results(AdminRequest request, List<UserRow> rows, Optional<PhoneNumber> typed) {
        if (rows.isEmpty()) {
            return List.of(new Paragraph(request.text("users.none"), Tone.QUIET));
        }
        List<Element> elements = new ArrayList<>(UserRowsView.of(request, rows));
        Optional<PhoneNumber> number = rows.stream()
                .flatMap(row -> row.user().stream())
                .map(user -> user.registration().authentication())
                .filter(authentication -> authentication.type() == AuthenticationType.PHONE_NUMBER)
                .map(Authentication::identifier)
                .flatMap(text -> PhoneNumber.parse(text).stream())
                .findFirst()
                .or(() -> typed);
        number.ifPresent(each -> elements.addAll(UserRowsView.erasure(request, each)));
        return elements;
    }

    private static View view(AdminRequest request, Entries entries, List<Element> results) {
        List<Element> elements = new ArrayList<>();
        elements.add(box(request, entries));
        elements.addAll(results);
        return request.view(PATH, request.text("users.title"), elements);
    }
}
