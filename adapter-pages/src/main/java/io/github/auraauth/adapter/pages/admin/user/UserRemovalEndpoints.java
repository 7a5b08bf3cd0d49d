package io.github.auraauth.adapter.pages.admin.user;

import io.github.auraauth.adapter.pages.FormPageKind;
import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.admin.view.AdminSite;
import io.github.auraauth.adapter.pages.admin.view.Confirmation;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.adapter.pages.site.View;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.user.UserAdministration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removing a user and erasing a person, each after a question that says what will be gone. */
public final class UserRemovalEndpoints {
    static final String REMOVAL = "/admin/users/removal";
    static final String ERASURE = "/admin/users/erasure";
    static final String AURA_ID = "aura_id";
    static final String NUMBER = "phone_number";

    private static final String REMOVE = "/admin/users/remove";
    private static final String ERASE = "/admin/users/erase";

    private final UserAdministration users;
    private final AdminSite site;

    public UserRemovalEndpoints(UserAdministration users, AdminSite site) {
        this.users = users;
        this.site = site;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "askForUserRemoval", site.change(this::askForRemoval),
                "removeUser", site.change(this::remove),
                "askForPersonErasure", site.change(this::askForErasure),
                "erasePerson", site.change(this::erase));
    }

    private Endpoint.Action askForRemoval(AdminRequest request) {
        Optional<AuraId> auraId = AuraId.parse(request.field(AURA_ID));
        return deadline ->
                auraId.map(wanted -> request.page(removal(request, wanted))).orElseGet(request::absent);
    }

    private Endpoint.Action remove(AdminRequest request) {
        Optional<AuraId> auraId = AuraId.parse(request.field(AURA_ID));
        return deadline -> auraId.map(wanted -> users.remove(wanted, request.actor(), deadline)
                        .fold(
                                done -> request.done(UserSearchEndpoints.PATH, "user-removed"),
                                refusal -> request.refused(UserSearchEndpoints.PATH, refusal)))
                .orElseGet(request::absent);
    }

    private static View removal(AdminRequest request, AuraId auraId) {
        return new Confirmation(UserSearchEndpoints.PATH, "user-removal", Map.of(), REMOVE, UserSearchEndpoints.PATH)
                .view(
                        request,
                        List.of(),
                        Map.of(AURA_ID, auraId.value()),
                        List.of(Facts.of(new Fact(request.text("users.aura-id"), Cell.code(auraId.value())))));
    }

    private Endpoint.Action askForErasure(AdminRequest request) {
        Optional<PhoneNumber> number = PhoneNumber.parse(request.field(NUMBER));
        return deadline -> number.map(wanted -> users.find(wanted, request.actor(), deadline)
                        .fold(
                                rows -> request.page(erasure(request, wanted, rows)),
                                refusal -> request.refused(UserSearchEndpoints.PATH, refusal)))
                .orElseGet(request::absent);
    }

    private Endpoint.Action erase(AdminRequest request) {
        Optional<PhoneNumber> number = PhoneNumber.parse(request.field(NUMBER));
        return deadline ->
                number.map(wanted -> erased(request, wanted, deadline)).orElseGet(request::absent);
    }

    /** What is begun, the service finishes: that it has not by now does not mean that nothing was changed. */
    private Response erased(AdminRequest request, PhoneNumber number, Deadline deadline) {
        try {
            return users.erase(number, request.actor(), deadline)
                    .fold(
                            done -> request.done(UserSearchEndpoints.PATH, "user-erased"),
                            refusal -> request.refused(UserSearchEndpoints.PATH, refusal));
        } catch (Outage unfinished) {
            return request.page(new View(
                    FormPageKind.UNAVAILABLE,
                    UserSearchEndpoints.PATH,
                    request.text("users.title"),
                    Optional.empty(),
                    Optional.of(new Paragraph(request.text("users.erasure.unfinished"), Tone.BAD)),
                    List.of()));
        }
    }

    private static View erasure(AdminRequest request, PhoneNumber number, List<UserRow> rows) {
        long channels = rows.stream()
                .flatMap(row -> row.user().stream())
                .map(user -> user.registration().channelId())
                .distinct()
                .count();
        List<Element> details = List.of(Facts.of(
                new Fact(request.text("users.number"), Cell.code(number.value())),
                new Fact(request.text("users.rows"), Cell.of(Integer.toString(rows.size()))),
                new Fact(request.text("users.channels"), Cell.of(Long.toString(channels)))));
        return new Confirmation(
                        UserSearchEndpoints.PATH,
                        "person-erasure",
                        Map.of("rows", Integer.toString(rows.size())),
                        ERASE,
                        UserSearchEndpoints.PATH)
                .view(request, List.of(), Map.of(NUMBER, number.value()), details);
    }
}
