package io.github.auraauth.app.cli.terms;

import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.terms.TermsAdministration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The command line's view of what is stored of a person's terms. */
public final class TermsView {
    private TermsView() {}

    /** By every identifier under which an erasure would look for them. */
    public static Map<String, Object> of(TermsAdministration terms, Collection<UserRow> rows, Deadline deadline) {
        List<TermsUserId> userIds = rows.stream()
                .flatMap(TermsView::identifiers)
                .distinct()
                .map(TermsUserId::parse)
                .flatMap(Optional::stream)
                .toList();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(
                "terms",
                userIds.stream()
                        .flatMap(userId -> terms.findAll(userId, deadline).stream())
                        .map(TermsView::record)
                        .toList());
        view.put(
                "termsHistory",
                userIds.stream()
                        .flatMap(userId ->
                                terms.history(userId, deadline).stream().map(change -> change(userId, change)))
                        .toList());
        return view;
    }

    private static Stream<String> identifiers(UserRow row) {
        return Stream.of(row.auraId(), row.userId(), row.auraGlobalId()).flatMap(Optional::stream);
    }

    private static Map<String, Object> record(Acceptance record) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("user_id", record.userId().value());
        members.put("name", record.terms().name().value());
        members.put("version", record.terms().version().value());
        members.put("status", record.status().value());
        members.put("created_at", JsonPrinter.time(record.createdAt()));
        return members;
    }

    private static Map<String, Object> change(TermsUserId userId, TermsChange change) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("user_id", userId.value());
        members.put("name", change.terms().name().value());
        members.put("version", change.terms().version().value());
        members.put("what", change.action().text());
        members.put("status", change.status().map(TermsStatus::value));
        members.put("at", JsonPrinter.time(change.stamp().at()));
        members.put("correlator", change.stamp().caller().correlator());
        members.put("key", (long) change.stamp().caller().key());
        return members;
    }
}
