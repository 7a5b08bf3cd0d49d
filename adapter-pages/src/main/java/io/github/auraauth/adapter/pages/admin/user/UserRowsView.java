package io.github.auraauth.adapter.pages.admin.user;

import io.github.auraauth.adapter.pages.admin.view.AdminRequest;
import io.github.auraauth.adapter.pages.site.Cell;
import io.github.auraauth.adapter.pages.site.Element;
import io.github.auraauth.adapter.pages.site.Facts;
import io.github.auraauth.adapter.pages.site.Facts.Fact;
import io.github.auraauth.adapter.pages.site.Form;
import io.github.auraauth.adapter.pages.site.Heading;
import io.github.auraauth.adapter.pages.site.Paragraph;
import io.github.auraauth.adapter.pages.site.Tone;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows of a person, each by its channel, without what is enciphered. */
final class UserRowsView {
    private static final int MOST = 20;

    private UserRowsView() {}

    static List<Element> of(AdminRequest request, List<UserRow> rows) {
        List<Element> elements = new ArrayList<>();
        elements.add(new Heading(request.text("users.found", Map.of("rows", Integer.toString(rows.size())))));
        rows.stream().limit(MOST).forEach(row -> elements.add(facts(request, row)));
        if (rows.size() > MOST) {
            elements.add(new Paragraph(
                    request.text("users.more", Map.of("rows", Integer.toString(rows.size() - MOST))), Tone.QUIET));
        }
        return elements;
    }

    /** The way to the erasure of the person with a number. */
    static List<Element> erasure(AdminRequest request, PhoneNumber number) {
        return request.may(OwnPermissions.DESTROY_USER)
                ? List.of(
                        new Heading(request.text("users.erasure.title")),
                        new Paragraph(request.text("users.erasure.description"), Tone.QUIET),
                        request.form(UserRemovalEndpoints.ERASURE, List.of(), "users.erasure.action", Form.Style.OTHER)
                                .with(UserRemovalEndpoints.NUMBER, number.value()))
                : List.of();
    }

    private static Facts facts(AdminRequest request, UserRow row) {
        List<Fact> facts = new ArrayList<>();
        row.auraId().ifPresent(id -> facts.add(new Fact(request.text("users.aura-id"), Cell.code(id))));
        row.user()
                .ifPresent(user -> facts.add(new Fact(
                        request.text("users.channel"),
                        Cell.code(user.registration().channelId().text()))));
        row.userId().ifPresent(id -> facts.add(new Fact(request.text("users.user-id"), Cell.code(id))));
        row.auraGlobalId().ifPresent(id -> facts.add(new Fact(request.text("users.global-id"), Cell.code(id))));
        row.user().ifPresent(user -> facts.addAll(details(request, user)));
        if (row.user().isEmpty()) {
            facts.add(new Fact(request.text("users.state"), Cell.of(request.text("users.unreadable"), Tone.BAD)));
        }
        if (row.auraId().isPresent() && request.may(OwnPermissions.DESTROY_USER)) {
            facts.add(new Fact(
                    request.text("users.remove.title"),
                    Cell.of(request.form(
                                    UserRemovalEndpoints.REMOVAL, List.of(), "users.remove.action", Form.Style.OTHER)
                            .with(UserRemovalEndpoints.AURA_ID, row.auraId().get()))));
        }
        return new Facts(facts);
    }

    private static List<Fact> details(AdminRequest request, User user) {
        Registration registration = user.registration();
        return List.of(
                new Fact(
                        request.text("users.authentication"),
                        List.of(
                                Cell.of(registration.authentication().type().text(), Tone.QUIET),
                                Cell.code(registration.authentication().identifier()))),
                new Fact(request.text("users.registered"), request.moment(user.registeredAt())),
                new Fact(request.text("users.last-access"), request.moment(user.lastAccess())),
                new Fact(request.text("users.expires"), request.moment(registration.expiresAt(), "no-end")));
    }
}
